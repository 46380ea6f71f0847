//! Mean absolute error and its subgradient.
extern crate ndarray;

// ANCHOR: answer
use ndarray::Array1;

/// The mean of the absolute residuals.
pub fn mean_absolute_error(predictions: &Array1<f64>, targets: &Array1<f64>) -> f64 {
    // ANCHOR: solution
    (predictions - targets).mapv(f64::abs).sum() / predictions.len() as f64
    // ANCHOR_END: solution
}

/// A subgradient with respect to the predictions, 0 at exact ones.
pub fn subgradient(predictions: &Array1<f64>, targets: &Array1<f64>) -> Array1<f64> {
    // ANCHOR: solution
    let n = predictions.len() as f64;
    (predictions - targets).mapv(|residual| {
        if residual == 0.0 {
            0.0
        } else {
            residual.signum() / n
        }
    })
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
