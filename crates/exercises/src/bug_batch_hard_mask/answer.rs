//! Batch-hard mining with a mask that cannot win.
extern crate ndarray;

// ANCHOR: answer
use ndarray::Array2;

/// The mean batch-hard loss from a matrix of distances; each class occurs twice or more.
pub fn batch_hard(distances: &Array2<f64>, labels: &[usize], margin: f64) -> f64 {
    let losses = (0..labels.len()).map(|anchor| {
        let row = distances.row(anchor);
        let with = |same: bool| {
            let row = row.iter().zip(labels);
            row.filter(move |(_, label)| (**label == labels[anchor]) == same)
                .map(|(distance, _)| *distance)
        };
        // The anchor itself is at distance 0, which never wins a maximum.
        let hardest_positive = with(true).fold(0.0, f64::max);
        let hardest_negative = with(false).fold(f64::INFINITY, f64::min);
        f64::max(0.0, hardest_positive - hardest_negative + margin)
    });
    losses.sum::<f64>() / labels.len() as f64
}
// ANCHOR_END: answer
