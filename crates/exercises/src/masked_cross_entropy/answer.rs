//! Cross-entropy over the tokens that count.
extern crate ndarray;

// ANCHOR: answer
use ndarray::{Array3, ArrayView1};

/// The mean over all tokens with a label, in nats.
///
/// `logits` is (sequences, positions, vocabulary); `labels` holds the token
/// wanted at each position of each sequence, `None` for padding.
pub fn masked_cross_entropy(logits: &Array3<f64>, labels: &[Vec<Option<usize>>]) -> f64 {
    // ANCHOR: solution
    let (mut total, mut count) = (0.0, 0.0);
    for (sequence, labels) in logits.outer_iter().zip(labels) {
        for (row, label) in sequence.rows().into_iter().zip(labels) {
            if let Some(label) = *label {
                total += token_loss(&row, label);
                count += 1.0;
            }
        }
    }
    if count == 0.0 { 0.0 } else { total / count }
    // ANCHOR_END: solution
}

/// The cross-entropy of one token.
fn token_loss(logits: &ArrayView1<f64>, label: usize) -> f64 {
    // ANCHOR: solution
    let largest = logits.fold(f64::NEG_INFINITY, |a, &b| a.max(b));
    largest + logits.mapv(|z| (z - largest).exp()).sum().ln() - logits[label]
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
