//! MSE and its gradient from scratch pass a gradient check.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
fn mean_squared_error(predictions: &[f64], targets: &[f64]) -> f64 {
    assert_eq!(
        predictions.len(),
        targets.len(),
        "one prediction per target"
    );
    assert!(!targets.is_empty(), "the mean of nothing is undefined");
    let residuals = predictions.iter().zip(targets).map(|(p, t)| p - t);
    residuals.map(|r| r * r).sum::<f64>() / targets.len() as f64
}

fn gradient(predictions: &[f64], targets: &[f64]) -> Vec<f64> {
    let residuals = predictions.iter().zip(targets).map(|(p, t)| p - t);
    residuals.map(|r| 2.0 * r / targets.len() as f64).collect()
}

fn main() -> Result<(), LossError> {
    let (predictions, targets) = ([2.5, 0.0, 2.0, 8.0], [3.0, -0.5, 2.0, 7.0]);
    println!("loss {}", mean_squared_error(&predictions, &targets));
    println!("place   gradient   by differences");
    for (place, slope) in gradient(&predictions, &targets).into_iter().enumerate() {
        let shifted = |step: f64| {
            let mut predictions = predictions;
            predictions[place] += step;
            mean_squared_error(&predictions, &targets)
        };
        let by_differences = (shifted(1e-5) - shifted(-1e-5)) / 2e-5;
        println!("{place:>5} {slope:>10.6} {by_differences:>16.6}");
        assert_abs_diff_eq!(slope, by_differences, epsilon = 1e-9);
    }
    // ANCHOR_END: program

    // The value that scikit-learn's documentation prints for the same arrays.
    assert_relative_eq!(mean_squared_error(&predictions, &targets), 0.375);
    let ours = squared_error_gradient(&array![2.5, 0.0, 2.0, 8.0], &array![3.0, -0.5, 2.0, 7.0])?;
    assert_relative_eq!(ours / 4.0, Array1::from(gradient(&predictions, &targets)));
    Ok(())
}
