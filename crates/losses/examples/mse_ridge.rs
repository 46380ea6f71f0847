//! Ridge regression finds the most probable weights under a Gaussian prior, if λ = σ² / τ².

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Two columns that are almost the same; the targets are their sum ± 0.2 or 0.3.
    let features = array![[1.0, 1.1], [2.0, 1.9], [3.0, 3.1], [4.0, 3.9]];
    let targets = array![2.4, 3.7, 6.3, 7.6];
    let sigma: f64 = 0.3;

    println!("prior τ         λ   weights               MSE");
    for tau in [f64::INFINITY, 1.0, 0.1] {
        // Gradient of the sum of squares plus λ‖w‖²: 2(XᵀX + λI)w − 2Xᵀy = 0.
        let penalty = (sigma / tau).powi(2);
        let gram = features.t().dot(&features) + penalty * Array2::<f64>::eye(2);
        let weights = solve(&gram, &features.t().dot(&targets));
        let mse = mean(&squared_error(&features.dot(&weights), &targets)?)?;
        println!("{tau:7.1} {penalty:9.2}   {weights:8.4} {mse:8.4}");

        // Likelihood times prior, each a product of normal densities: no slope is left.
        let bell = |r: f64, deviation: f64| (-0.5 * (r / deviation).powi(2)).exp();
        let ln_posterior = |weights: Array1<f64>| {
            let likelihood = (features.dot(&weights) - &targets)
                .mapv(|r| bell(r, sigma))
                .product();
            (likelihood * weights.mapv(|weight| bell(weight, tau)).product()).ln()
        };
        for step in [array![1e-4, 0.0], array![0.0, 1e-4]] {
            let [ahead, behind] = [&weights + &step, &weights - &step].map(ln_posterior);
            assert_abs_diff_eq!((ahead - behind) / 2e-4, 0.0, epsilon = 1e-7);
        }
    }
    // ANCHOR_END: program
    Ok(())
}

/// Cramer's rule for two equations.
fn solve(matrix: &Array2<f64>, right: &Array1<f64>) -> Array1<f64> {
    let determinant = matrix[[0, 0]] * matrix[[1, 1]] - matrix[[0, 1]] * matrix[[1, 0]];
    let first = right[0] * matrix[[1, 1]] - right[1] * matrix[[0, 1]];
    let second = right[1] * matrix[[0, 0]] - right[0] * matrix[[1, 0]];
    array![first, second] / determinant
}
