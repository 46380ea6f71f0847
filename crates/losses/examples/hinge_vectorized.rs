//! The multi-class SVM loss and its gradient in matrices, checked by finite differences.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Mean Weston–Watkins loss plus ½λ‖W‖², and its gradient. X is n × d, W is d × K.
fn svm_loss(w: &Array2<f64>, x: &Array2<f64>, labels: &[usize], lambda: f64) -> (f64, Array2<f64>) {
    let n = x.nrows() as f64;
    let scores = x.dot(w);
    let right = Array1::from_iter(labels.iter().zip(scores.rows()).map(|(&k, row)| row[k]));
    let mut violations = (scores - right.insert_axis(Axis(1)) + 1.0).mapv_into(|it| it.max(0.0));
    // The right class is not compared with itself.
    for (mut row, &label) in violations.rows_mut().into_iter().zip(labels) {
        row[label] = 0.0;
    }
    let loss = violations.sum() / n + 0.5 * lambda * (w * w).sum();

    // Each violated class is pulled down once, the right class up once for each of them.
    let mut pulls = violations.mapv(|it| if it > 0.0 { 1.0 } else { 0.0 });
    for (mut row, &label) in pulls.rows_mut().into_iter().zip(labels) {
        row[label] = -row.sum();
    }
    (loss, x.t().dot(&pulls) / n + w * lambda)
}
// ANCHOR_END: program

fn main() {
    let x = array![[1.0, 2.0], [-1.5, 0.3], [0.4, -1.0], [2.0, 0.1]];
    let (w, labels) = (array![[0.5, -0.2, 0.1], [0.3, 0.9, -0.4]], [0, 1, 2, 0]);
    let (loss, gradient) = svm_loss(&w, &x, &labels, 0.1);
    println!("loss {loss:.6}\ngradient\n{gradient:.6}");
    for (index, &slope) in gradient.indexed_iter() {
        let at = |step: f64| {
            let mut moved = w.clone();
            moved[index] += step;
            svm_loss(&moved, &x, &labels, 0.1).0
        };
        let difference = (at(1e-6) - at(-1e-6)) / 2e-6;
        assert_abs_diff_eq!(slope, difference, epsilon = 1e-8);
    }
    println!("equals central differences within 1e-8");
    let start = svm_loss(&Array2::zeros((2, 3)), &x, &labels, 0.1).0;
    println!("loss of zero weights {start} (K − 1)");
    assert_eq!(start, 2.0);
}
