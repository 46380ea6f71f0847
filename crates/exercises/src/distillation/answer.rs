//! The distillation loss with temperature.
extern crate ndarray;

// ANCHOR: answer
use ndarray::Array1;

/// T² KL(softmax(teacher / T) ‖ softmax(student / T)), in nats.
pub fn distillation(student: &Array1<f64>, teacher: &Array1<f64>, temperature: f64) -> f64 {
    // ANCHOR: solution
    let log_q = log_softmax(&(student / temperature));
    let log_p = log_softmax(&(teacher / temperature));
    let divergence = (log_p.exp() * (&log_p - &log_q)).sum();
    temperature * temperature * divergence
    // ANCHOR_END: solution
}

/// Its gradient with respect to the student's logits.
pub fn gradient(student: &Array1<f64>, teacher: &Array1<f64>, temperature: f64) -> Array1<f64> {
    // ANCHOR: solution
    let q = log_softmax(&(student / temperature)).exp();
    let p = log_softmax(&(teacher / temperature)).exp();
    (q - p) * temperature
    // ANCHOR_END: solution
}

/// Each logit minus ln Σ exp.
fn log_softmax(logits: &Array1<f64>) -> Array1<f64> {
    // ANCHOR: solution
    let largest = logits.fold(f64::NEG_INFINITY, |a, &b| a.max(b));
    let shifted = logits - largest;
    let log_sum = shifted.exp().sum().ln();
    shifted - log_sum
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
