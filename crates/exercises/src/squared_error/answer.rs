//! Mean squared error and its gradient.
extern crate ndarray;

// ANCHOR: answer
use ndarray::Array1;

/// The mean of the squared residuals.
pub fn mean_squared_error(predictions: &Array1<f64>, targets: &Array1<f64>) -> Option<f64> {
    // ANCHOR: solution
    if predictions.len() != targets.len() {
        return None;
    }
    (predictions - targets)
        .mapv(|residual| residual * residual)
        .mean()
    // ANCHOR_END: solution
}

/// Its derivative with respect to each prediction.
pub fn gradient(predictions: &Array1<f64>, targets: &Array1<f64>) -> Option<Array1<f64>> {
    // ANCHOR: solution
    if predictions.len() != targets.len() || predictions.is_empty() {
        return None;
    }
    let n = predictions.len() as f64;
    Some((predictions - targets) * 2.0 / n)
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
