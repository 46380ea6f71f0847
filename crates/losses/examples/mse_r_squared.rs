//! R² depends on the spread of the targets: the same residuals can give 0.9 and a negative number.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let noise = array![1.0, -1.0, -1.0, 1.0];
    let (wide, narrow): (Array1<f64>, Array1<f64>) =
        (array![-4.0, -2.0, 2.0, 4.0], array![-1.0, -0.8, 0.8, 1.0]);
    println!("targets                     RMSE   mean residual      R²   correlation");
    for (name, targets, shift) in [
        ("validation, all customers", &wide, 0.0),
        ("one kind of customer", &narrow, 0.0),
        ("validation, 4 too high", &wide, 4.0),
    ] {
        let predictions = targets + &noise + shift;
        let mse = mean(&squared_error(&predictions, targets)?)?;
        let best_constant = Array1::from_elem(4, mean(targets)?);
        let variance = mean(&squared_error(&best_constant, targets)?)?;
        let r_squared = 1.0 - mse / variance;
        let bias = mean(&(&predictions - targets))?;
        let correlation = correlation(&predictions, targets)?;
        println!(
            "{name:25} {:6.2} {bias:15.2} {r_squared:7.2} {correlation:13.2}",
            mse.sqrt()
        );
        // MSE is the squared mean residual plus the variance of the residuals, here 1.
        assert_abs_diff_eq!(mse, shift * shift + 1.0, epsilon = 1e-12);
        // By hand: (16 + 4 + 4 + 16) / 4 and (1 + 0.64 + 0.64 + 1) / 4.
        assert_abs_diff_eq!(
            variance,
            if targets == wide { 10.0 } else { 0.82 },
            epsilon = 1e-12
        );
    }
    // ANCHOR_END: program
    Ok(())
}

fn correlation(a: &Array1<f64>, b: &Array1<f64>) -> Result<f64, LossError> {
    let (a, b) = (a - mean(a)?, b - mean(b)?);
    Ok(a.dot(&b) / (a.dot(&a) * b.dot(&b)).sqrt())
}
