//! NT-Xent over two views of each picture.
extern crate ndarray;

// ANCHOR: answer
use ndarray::{Array2, Axis};

/// The mean over all anchors, in nats; rows i and i + N are a pair.
pub fn nt_xent(embeddings: &Array2<f64>, temperature: f64) -> f64 {
    // ANCHOR: solution
    let rows = embeddings.nrows();
    let lengths = embeddings.mapv(|it| it * it).sum_axis(Axis(1)).sqrt();
    let directions = embeddings / &lengths.insert_axis(Axis(1));
    let mut similarities = directions.dot(&directions.t()) / temperature;
    similarities.diag_mut().fill(f64::NEG_INFINITY);
    let losses = similarities
        .rows()
        .into_iter()
        .enumerate()
        .map(|(anchor, row)| {
            let largest = row.fold(f64::NEG_INFINITY, |a, &b| a.max(b));
            let log_sum = largest + row.mapv(|it| (it - largest).exp()).sum().ln();
            log_sum - row[(anchor + rows / 2) % rows]
        });
    losses.sum::<f64>() / rows as f64
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
