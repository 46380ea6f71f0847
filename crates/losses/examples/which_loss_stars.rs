//! One forecast of an ordered class, three costs, three best decisions: mode, median and mean.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    let p = array![0.35, 0.05, 0.05, 0.25, 0.30];
    println!("probabilities of 1 to 5 stars {p}");
    let costs = ["share of errors", "absolute error", "squared error"];
    let best = costs.map(|name| {
        let cost = |gap: f64| match name {
            "share of errors" => f64::from(u8::from(gap > 1e-9)),
            "absolute error" => gap,
            _ => gap * gap,
        };
        let expected = |decision: f64| -> f64 {
            let each = |(i, p): (usize, &f64)| p * cost((decision - (i + 1) as f64).abs());
            p.iter().enumerate().map(each).sum()
        };
        // From 1.00 to 5.00 in steps of 0.01: all of them.
        let all = (100..=500).map(|it| f64::from(it) / 100.0);
        let best = all.min_by(|a, b| expected(*a).total_cmp(&expected(*b)));
        let best = best.unwrap_or(f64::NAN);
        println!("{name:<16} least at {best:.2} stars, {:.4}", expected(best));
        best
    });
    // ANCHOR_END: program
    let mean = p.dot(&array![1.0, 2.0, 3.0, 4.0, 5.0]);
    // Below 4 stars lie 0.45 of the probability, above 0.30: four is the median.
    assert_abs_diff_eq!(
        Array1::from(best.to_vec()),
        array![1.0, 4.0, mean],
        epsilon = 1e-9
    );
}
