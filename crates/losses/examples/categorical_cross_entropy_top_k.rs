//! Accuracy has no slope to follow, and ranks models differently from the loss.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Share of the rows whose true logit is among the k largest.
fn top_k(logits: &Array2<f64>, labels: &Array1<usize>, k: usize) -> f64 {
    let hits = logits
        .rows()
        .into_iter()
        .zip(labels)
        .filter(|(row, label)| {
            let n_larger = row.iter().filter(|&&logit| logit > row[**label]).count();
            n_larger < k
        });
    hits.count() as f64 / labels.len() as f64
}

fn main() -> Result<(), LossError> {
    let labels = array![0, 0, 0, 0];
    let sure = [4.0, 0.0, 0.0];
    let bold = array![sure, sure, sure, [0.0, 8.0, 4.0]];
    let careful = Array2::from_shape_fn((4, 3), |(_, class)| [1.0, 1.2, 0.0][class]);

    println!("model     top-1   top-2   cross-entropy   slope of top-1");
    for (name, logits) in [("bold", bold), ("careful", careful)] {
        let loss = mean(&softmax_cross_entropy(&logits, &labels)?)?;
        let mut nudged = logits.clone();
        nudged.column_mut(0).mapv_inplace(|logit| logit + 1e-3);
        let slope = (top_k(&nudged, &labels, 1) - top_k(&logits, &labels, 1)) / 1e-3;
        let [one, two] = [1, 2].map(|k| top_k(&logits, &labels, k));
        println!("{name:<7} {one:7.2} {two:7.2} {loss:15.6} {slope:16}");
        assert_eq!(slope, 0.0);
        assert!(mean(&softmax_cross_entropy(&nudged, &labels)?)? < loss);
    }
    // ANCHOR_END: program
    Ok(())
}
