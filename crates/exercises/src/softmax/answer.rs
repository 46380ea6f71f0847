//! Log-sum-exp and softmax.
extern crate ndarray;

// ANCHOR: answer
use ndarray::Array1;

/// ln Σ exp(z); −∞ when every logit is −∞.
pub fn log_sum_exp(logits: &Array1<f64>) -> f64 {
    // ANCHOR: solution
    let largest = logits.fold(f64::NEG_INFINITY, |a, &b| a.max(b));
    if largest == f64::NEG_INFINITY {
        return largest;
    }
    largest + logits.mapv(|z| (z - largest).exp()).sum().ln()
    // ANCHOR_END: solution
}

/// The probabilities exp(z) / Σ exp(z); at least one logit is finite.
pub fn softmax(logits: &Array1<f64>) -> Array1<f64> {
    // ANCHOR: solution
    let log_sum = log_sum_exp(logits);
    logits.mapv(|z| (z - log_sum).exp())
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
