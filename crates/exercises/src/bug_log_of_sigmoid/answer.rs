//! Binary cross-entropy without the logarithm of a sigmoid.
extern crate ndarray;

// ANCHOR: answer
use ndarray::{Array1, Zip};

/// The mean binary cross-entropy, in nats; each label is 0 or 1.
pub fn mean_loss(logits: &Array1<f64>, labels: &Array1<f64>) -> f64 {
    let losses = Zip::from(logits)
        .and(labels)
        .map_collect(|&z, &y| z.max(0.0) - y * z + (-z.abs()).exp().ln_1p());
    losses.sum() / logits.len() as f64
}

/// Its gradient with respect to the logits.
pub fn gradient(logits: &Array1<f64>, labels: &Array1<f64>) -> Array1<f64> {
    let n = logits.len() as f64;
    Zip::from(logits)
        .and(labels)
        .map_collect(|&z, &y| (sigmoid(z) - y) / n)
}

fn sigmoid(z: f64) -> f64 {
    let rest = (-z.abs()).exp();
    if z >= 0.0 {
        1.0 / (1.0 + rest)
    } else {
        rest / (1.0 + rest)
    }
}
// ANCHOR_END: answer
