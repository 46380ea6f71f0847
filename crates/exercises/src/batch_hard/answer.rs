//! Batch-hard triplet loss.
extern crate ndarray;

// ANCHOR: answer
use ndarray::{Array2, ArrayView1};

/// The mean over all anchors with a positive and a negative; 0 without one.
pub fn batch_hard(embeddings: &Array2<f64>, labels: &[usize], margin: f64) -> f64 {
    // ANCHOR: solution
    let losses: Vec<f64> = (0..labels.len())
        .filter_map(|anchor| {
            let (mut farthest, mut nearest) = (f64::NEG_INFINITY, f64::INFINITY);
            for other in (0..labels.len()).filter(|&other| other != anchor) {
                let distance = distance(&embeddings.row(anchor), &embeddings.row(other));
                if labels[other] == labels[anchor] {
                    farthest = farthest.max(distance);
                } else {
                    nearest = nearest.min(distance);
                }
            }
            let has_both = farthest.is_finite() && nearest.is_finite();
            has_both.then(|| f64::max(0.0, farthest - nearest + margin))
        })
        .collect();
    if losses.is_empty() {
        return 0.0;
    }
    losses.iter().sum::<f64>() / losses.len() as f64
    // ANCHOR_END: solution
}

/// The Euclidean distance.
fn distance(x: &ArrayView1<f64>, y: &ArrayView1<f64>) -> f64 {
    // ANCHOR: solution
    (x - y).mapv(|it| it * it).sum().sqrt()
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
