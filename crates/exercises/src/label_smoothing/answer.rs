//! Cross-entropy with label smoothing.
extern crate ndarray;

// ANCHOR: answer
use ndarray::Array1;

/// The loss of one row of logits, in nats.
pub fn smoothed(logits: &Array1<f64>, label: usize, epsilon: f64) -> f64 {
    // ANCHOR: solution
    log_sum_exp(logits) - target(logits.len(), label, epsilon).dot(logits)
    // ANCHOR_END: solution
}

/// Its gradient with respect to the logits.
pub fn gradient(logits: &Array1<f64>, label: usize, epsilon: f64) -> Array1<f64> {
    // ANCHOR: solution
    let softmax = (logits - log_sum_exp(logits)).exp();
    softmax - target(logits.len(), label, epsilon)
    // ANCHOR_END: solution
}

/// The smoothed target.
fn target(classes: usize, label: usize, epsilon: f64) -> Array1<f64> {
    // ANCHOR: solution
    let mut target = Array1::from_elem(classes, epsilon / classes as f64);
    target[label] += 1.0 - epsilon;
    target
    // ANCHOR_END: solution
}

/// ln Σ exp(z).
fn log_sum_exp(logits: &Array1<f64>) -> f64 {
    // ANCHOR: solution
    let largest = logits.fold(f64::NEG_INFINITY, |a, &b| a.max(b));
    largest + (logits - largest).exp().sum().ln()
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
