//! MSE and its gradient from scratch, with a gradient check.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Mean of the squared residuals.
fn mean_squared_error(predictions: &[f64], targets: &[f64]) -> f64 {
    assert_eq!(predictions.len(), targets.len(), "no broadcasting");
    assert!(!targets.is_empty(), "the mean of nothing is undefined");
    let residuals = predictions.iter().zip(targets).map(|(p, t)| p - t);
    residuals.map(|r| r * r).sum::<f64>() / targets.len() as f64
}

/// Its derivative with respect to each prediction.
fn gradient(predictions: &[f64], targets: &[f64]) -> Vec<f64> {
    let factor = 2.0 / targets.len() as f64;
    let residuals = predictions.iter().zip(targets).map(|(p, t)| p - t);
    residuals.map(|r| factor * r).collect()
}

/// Central differences, one prediction at a time.
fn numerical_gradient(predictions: &[f64], targets: &[f64]) -> Vec<f64> {
    let shifted = |place, step| {
        let mut predictions = predictions.to_vec();
        predictions[place] += step;
        mean_squared_error(&predictions, targets)
    };
    let slope = |place| (shifted(place, 1e-5) - shifted(place, -1e-5)) / 2e-5;
    (0..predictions.len()).map(slope).collect()
}
// ANCHOR_END: program

fn main() -> Result<(), LossError> {
    let predictions = [2.5, 0.0, 2.0, 8.0];
    let targets = [3.0, -0.5, 2.0, 7.0];
    println!("{}", mean_squared_error(&predictions, &targets));
    println!("{:?}", gradient(&predictions, &targets));
    println!("{:?}", numerical_gradient(&predictions, &targets));
    Ok(())
}
