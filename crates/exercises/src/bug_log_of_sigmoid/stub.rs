use ndarray::{Array1, Zip};

/// The mean binary cross-entropy, in nats; each label is 0 or 1.
pub fn mean_loss(logits: &Array1<f64>, labels: &Array1<f64>) -> f64 {
    let losses = Zip::from(logits).and(labels).map_collect(|&z, &y| {
        let p = sigmoid(z);
        -y * (p + 1e-9).ln() - (1.0 - y) * (1.0 - p + 1e-9).ln()
    });
    losses.sum() / logits.len() as f64
}

/// Its gradient with respect to the logits.
pub fn gradient(logits: &Array1<f64>, labels: &Array1<f64>) -> Array1<f64> {
    let n = logits.len() as f64;
    Zip::from(logits).and(labels).map_collect(|&z, &y| (sigmoid(z) - y) / n)
}

fn sigmoid(z: f64) -> f64 {
    z.exp() / (1.0 + z.exp())
}
