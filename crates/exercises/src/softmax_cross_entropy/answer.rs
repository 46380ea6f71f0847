//! Softmax cross-entropy with its backward pass.
extern crate ndarray;

// ANCHOR: answer
use ndarray::{Array2, ArrayView1};

/// The mean over the rows, in nats; `labels` holds the class of each row.
pub fn cross_entropy(logits: &Array2<f64>, labels: &[usize]) -> f64 {
    // ANCHOR: solution
    let rows = logits.rows().into_iter().zip(labels);
    let losses = rows.map(|(row, &label)| log_sum_exp(&row) - row[label]);
    losses.sum::<f64>() / labels.len() as f64
    // ANCHOR_END: solution
}

/// Its gradient with respect to the logits.
pub fn gradient(logits: &Array2<f64>, labels: &[usize]) -> Array2<f64> {
    // ANCHOR: solution
    let mut gradient = logits.clone();
    for (mut row, &label) in gradient.rows_mut().into_iter().zip(labels) {
        let log_sum = log_sum_exp(&row.view());
        row.mapv_inplace(|z| (z - log_sum).exp());
        row[label] -= 1.0;
    }
    gradient / labels.len() as f64
    // ANCHOR_END: solution
}

/// ln Σ exp(z).
fn log_sum_exp(logits: &ArrayView1<f64>) -> f64 {
    // ANCHOR: solution
    let largest = logits.fold(f64::NEG_INFINITY, |a, &b| a.max(b));
    largest + logits.mapv(|z| (z - largest).exp()).sum().ln()
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
