//! With many classes focal loss can fit the largest probability too high.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    // The least expected loss, with a multiplier for the sum: the true shares are in
    // proportion to one over the slope of −(1 − p) ln p at the fitted ones.
    let weight = |p: f64| 1.0 / ((1.0 - p) / p - p.ln());
    println!("the largest of ten probabilities, γ = 1, the others alike\ntrue     fitted");
    for fitted in [0.12, 0.5] {
        let other = (1.0 - fitted) / 9.0;
        let truth = weight(fitted) / (weight(fitted) + 9.0 * weight(other));
        println!("{truth:.4}   {fitted:.4}");
        // ANCHOR_END: program
        // By search over the predictions, for that truth.
        let loss = |p: f64| -(1.0 - p) * p.ln();
        let expected = |p: f64| truth * loss(p) + (1.0 - truth) * loss((1.0 - p) / 9.0);
        let grid = (1..100_000).map(|i| f64::from(i) * 1e-5);
        let best = grid.min_by(|&a, &b| expected(a).total_cmp(&expected(b)));
        assert_abs_diff_eq!(best.unwrap_or(f64::NAN), fitted, epsilon = 2e-5);
        assert_eq!(truth < fitted, fitted < 0.2);
    }
}
