//! Gradient accumulation over unequal batches.

// ANCHOR: answer
/// The mean gradient over all examples, from the gradients of each micro-batch.
pub fn accumulate(batches: &[Vec<f64>]) -> f64 {
    let count: usize = batches.iter().map(Vec::len).sum();
    let total: f64 = batches.iter().flatten().sum();
    if count == 0 {
        0.0
    } else {
        total / count as f64
    }
}
// ANCHOR_END: answer
