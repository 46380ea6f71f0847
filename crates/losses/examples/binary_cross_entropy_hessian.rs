//! The Hessian in the weights is XᵀDX / n: never negative, and zero exactly where Xv is zero.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// The Hessian of the mean loss times a vector, without forming the Hessian.
fn hessian_times(x: &Array2<f64>, weights: &Array1<f64>, v: &Array1<f64>) -> Array1<f64> {
    let p = sigmoid(&x.dot(weights));
    x.t().dot(&(&p * (1.0 - &p) * x.dot(v))) / x.nrows() as f64
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (a, b) = (array![1.0, 1.0, -1.0, 0.5], array![0.0, 2.0, 1.0, -2.0]);
    // The third column is the sum of the others: the rank is 2.
    let x = Array2::from_shape_fn((4, 3), |(i, j)| [a[i], b[i], a[i] + b[i]][j]);
    let (y, weights) = (array![0.0, 1.0, 1.0, 0.0], array![0.3, -0.2, 0.5]);
    let gradient_at = |weights: Array1<f64>| -> Result<Array1<f64>, LossError> {
        let residuals = binary_cross_entropy_with_logits_gradient(&x.dot(&weights), &y)?;
        Ok(x.t().dot(&residuals) / 4.0)
    };
    println!("direction v           curvature v · Hv");
    for v in [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1.0, 1.0, -1.0]].map(Array1::from_iter) {
        let product = hessian_times(&x, &weights, &v);
        let (ahead, behind) = (
            gradient_at(&weights + 1e-5 * &v)?,
            gradient_at(&weights - 1e-5 * &v)?,
        );
        assert_abs_diff_eq!(product, (ahead - behind) / 2e-5, epsilon = 1e-9);
        println!("{v:3} {:23.6}", v.dot(&product).abs());
    }
    // ANCHOR_END: program
    Ok(())
}
