//! Independent columns give one least-squares solution; dependent ones a line of them.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let targets = array![1.0, 2.0, 4.0];
    let independent = array![[1.0, 1.0], [2.0, -1.0], [3.0, 1.0]];
    let dependent = array![[1.0, 2.0], [2.0, 4.0], [3.0, 6.0]];
    // Cramer's rule; the pseudo-inverse, and what the start adds in the direction (2, −1).
    let solution = [45.0 / 38.0, 8.0 / 38.0];
    let shortest = [17.0 / 70.0, 34.0 / 70.0];
    let shifted = [shortest[0] + 3.2, shortest[1] - 1.6];

    println!("columns       least curvature   start    end                     MSE");
    for (name, features, start, by_hand) in [
        ("independent", &independent, [0.0, 0.0], solution),
        ("independent", &independent, [4.0, 0.0], solution),
        ("dependent", &dependent, [0.0, 0.0], shortest),
        ("dependent", &dependent, [4.0, 0.0], shifted),
    ] {
        let mut weights = Array1::from_iter(start);
        for _ in 0..2000 {
            let gradient = squared_error_gradient(&features.dot(&weights), &targets)? / 3.0;
            weights -= &(0.02 * features.t().dot(&gradient));
        }
        let mse = mean(&squared_error(&features.dot(&weights), &targets)?)?;
        let curvature = least_eigenvalue(&(2.0 / 3.0 * features.t().dot(features)));
        println!("{name:<13} {curvature:15.4}   {start:.0?}   {weights:8.4}   {mse:.4}");
        assert_abs_diff_eq!(weights, Array1::from_iter(by_hand), epsilon = 1e-9);
    }
    // ANCHOR_END: program
    Ok(())
}

/// Of a symmetric matrix of two rows, from its trace and its determinant.
fn least_eigenvalue(matrix: &Array2<f64>) -> f64 {
    let middle = matrix.diag().mean().unwrap_or_default();
    let determinant = matrix[[0, 0]] * matrix[[1, 1]] - matrix[[0, 1]].powi(2);
    middle - (middle * middle - determinant).sqrt()
}
