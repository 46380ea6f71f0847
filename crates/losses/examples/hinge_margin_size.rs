//! The margin 1 is a unit: another margin is another penalty, and the margin 0 is no loss at all.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    // Label times feature of four points on a line; the last one is on the wrong side.
    let signed = array![2.0, 1.0, 0.5, -0.5];
    let best = |margin: f64, lambda: f64| {
        let objective = |w: f64| {
            let losses = signed.mapv(|point| f64::max(0.0, margin - w * point));
            losses.sum() / 4.0 + 0.5 * lambda * w * w
        };
        let (mut low, mut high) = (-8.0, 8.0);
        for _ in 0..100 {
            let (left, right) = ((2.0 * low + high) / 3.0, (low + 2.0 * high) / 3.0);
            let falls = objective(left) > objective(right);
            (low, high) = if falls { (left, high) } else { (low, right) };
        }
        0.5 * (low + high)
    };
    println!("margin   penalty   best weight");
    for (margin, lambda, by_hand) in [
        // Between 0.5 and 1 the slope of the objective is λw − 1/4.
        (1.0, 0.3, 0.25 / 0.3),
        (2.0, 0.3, 1.0), // the kink of the second point, 2 / 2
        (2.0, 0.15, 2.0 * 0.25 / 0.3),
        (0.0, 0.3, 0.0),
    ] {
        let weight = best(margin, lambda);
        println!("{margin:6.1} {lambda:9.2} {weight:13.4}");
        assert_abs_diff_eq!(weight, by_hand, epsilon = 1e-6);
    }
    // ANCHOR_END: program
}
