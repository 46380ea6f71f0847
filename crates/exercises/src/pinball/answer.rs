//! The pinball loss and its minimizer.
extern crate ndarray;

// ANCHOR: answer
use ndarray::Array1;

/// The mean pinball loss at the quantile `q`, between 0 and 1.
pub fn mean_pinball(forecasts: &Array1<f64>, targets: &Array1<f64>, q: f64) -> f64 {
    // ANCHOR: solution
    let losses = (targets - forecasts).mapv(|missing| f64::max(q * missing, (q - 1.0) * missing));
    losses.sum() / targets.len() as f64
    // ANCHOR_END: solution
}

/// A constant forecast that minimizes it; one of the targets, at least one of which exists.
pub fn best_constant(targets: &Array1<f64>, q: f64) -> f64 {
    // ANCHOR: solution
    let mut sorted = targets.to_vec();
    sorted.sort_by(f64::total_cmp);
    let needed = (q * sorted.len() as f64).ceil() as usize;
    sorted[needed.clamp(1, sorted.len()) - 1]
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
