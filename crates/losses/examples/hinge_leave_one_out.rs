//! Left out of the training, only a support vector can be misclassified.

extern crate losses;

use losses::prelude::*;

fn main() {
    // The two overlapping clouds of twenty points again.
    let y = Array1::from_shape_fn(40, |i| if i < 20 { 1.0 } else { -1.0 });
    let x = Array2::from_shape_fn((40, 2), |(i, j)| {
        y[i] + 3.4 * (i as f64 * [0.7549, 0.5698][j]).fract() - 1.7
    });
    // ANCHOR: program
    let (w, alphas) = svm(&x, &y, 0.5);
    let is_wrong = |w: &Array1<f64>, i: usize| y[i] * w.dot(&x.row(i)) <= 0.0;
    let without = |left_out: usize| {
        let rest = Vec::from_iter((0..40).filter(|&i| i != left_out));
        svm(&x.select(Axis(0), &rest), &y.select(Axis(0), &rest), 0.5).0
    };
    println!("                 points   wrong in training   wrong if left out");
    for (name, is_vector) in [("support vectors", true), ("the others", false)] {
        let points = Vec::from_iter((0..40).filter(|&i| (alphas[i] > 0.0) == is_vector));
        let trained = points.iter().filter(|&&i| is_wrong(&w, i)).count();
        let left_out = points.iter().filter(|&&i| is_wrong(&without(i), i)).count();
        let n = points.len();
        println!("{name:15} {n:7} {trained:19} {left_out:19}");
        assert!(is_vector || left_out == 0);
    }
    let vectors = alphas.iter().filter(|&&it| it > 0.0).count();
    println!("bound: {vectors} of 40, {}", vectors as f64 / 40.0);
    // ANCHOR_END: program
}

/// Dual coordinate ascent: each multiplier in turn to its best value from 0 to C.
fn svm(x: &Array2<f64>, y: &Array1<f64>, cost: f64) -> (Array1<f64>, Array1<f64>) {
    let (mut w, mut alphas) = (Array1::zeros(x.ncols()), Array1::zeros(x.nrows()));
    for _ in 0..150 {
        for ((x, y), alpha) in x.rows().into_iter().zip(y).zip(&mut alphas) {
            let best = f64::clamp(*alpha + (1.0 - y * x.dot(&w)) / x.dot(&x), 0.0, cost);
            w.scaled_add((best - *alpha) * y, &x);
            *alpha = best;
        }
    }
    (w, alphas)
}
