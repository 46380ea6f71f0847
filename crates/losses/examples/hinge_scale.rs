//! The unit of a feature decides how much margin it gives, and with it the class of a new point.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    let labels = array![1.0, -1.0];
    println!("second feature in   w₁        w₂       score of (1.5 m, −0.5 m)");
    for (unit, per_meter, positive) in [("meters", 1.0, true), ("decimeters", 10.0, false)] {
        let points = array![[1.0, per_meter], [-1.0, -per_meter]];
        let w = svm(&points, &labels, 1e6).0;
        let score = w.dot(&array![1.5, -0.5 * per_meter]);
        println!("{unit:17} {:.4}    {:.4}    {score:.4}", w[0], w[1]);
        assert_eq!(score > 0.0, positive);

        // By hand: w points from one point to the other, with score 1 at the first.
        let by_hand = array![1.0, per_meter] / (1.0 + per_meter * per_meter);
        assert_relative_eq!(w, by_hand, max_relative = 1e-9);
    }
    // ANCHOR_END: program
}

/// Dual coordinate ascent: each multiplier in turn to its best value between 0 and C.
fn svm(x: &Array2<f64>, y: &Array1<f64>, cost: f64) -> (Array1<f64>, Array1<f64>) {
    let (mut w, mut alphas) = (Array1::zeros(x.ncols()), Array1::zeros(x.nrows()));
    for _ in 0..1000 {
        for ((x, y), alpha) in x.rows().into_iter().zip(y).zip(&mut alphas) {
            let best = *alpha + (1.0 - y * x.dot(&w)) / x.dot(&x);
            let best = f64::clamp(best, 0.0, cost);
            w.scaled_add((best - *alpha) * y, &x);
            *alpha = best;
        }
    }
    (w, alphas)
}
