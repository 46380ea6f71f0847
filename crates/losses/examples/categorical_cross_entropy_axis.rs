//! A softmax along the batch instead of the classes: the first loss is ln n, and examples compete.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// The bug: each column sums to 1, over the examples of the batch.
fn along_the_batch(logits: &Array2<f64>, labels: &Array1<usize>) -> Result<f64, LossError> {
    let columns = log_softmax(&logits.t().to_owned())?;
    let of_labels = labels
        .iter()
        .enumerate()
        .map(|(row, &label)| -columns[[label, row]]);
    mean(&Array1::from_iter(of_labels))
}

fn main() -> Result<(), LossError> {
    println!("equal logits, 10 classes        right   along the batch");
    for n in [32, 10, 1] {
        let (logits, labels) = (Array2::zeros((n, 10)), Array1::from_elem(n, 3));
        let right = mean(&softmax_cross_entropy(&logits, &labels)?)?;
        let wrong = along_the_batch(&logits, &labels)?;
        println!("batch of {n:2} {right:26.6} {:17.6}", wrong.abs());
        assert_abs_diff_eq!(wrong, (n as f64).ln(), epsilon = 1e-12);
    }
    // The test that finds it: the loss of one example must not depend on another.
    let mut logits = array![[2.0, 0.5, -1.0], [0.0, 1.0, 0.3]];
    for name in ["before", "after a change of the second example"] {
        let (row, label) = (logits.slice_axis(Axis(0), Slice::from(..1)), array![0]);
        let right = softmax_cross_entropy(&row.to_owned(), &label)?[0];
        let wrong = -log_softmax(&logits.t().to_owned())?[[0, 0]];
        println!("loss of the first {right:.6}, along the batch {wrong:.6} {name}");
        logits[[1, 0]] = 5.0;
    }
    // ANCHOR_END: program
    Ok(())
}
