//! The entropy of a density depends on the unit and can be negative; bins of width Δ have that entropy minus ln Δ.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    let density = |x: f64, deviation: f64| {
        let z = x / deviation;
        (-z * z / 2.0).exp() / (deviation * (2.0 * std::f64::consts::PI).sqrt())
    };
    // Bins of one width; the probability of a bin is density times width.
    let binned = |deviation: f64, width: f64| -> f64 {
        let bins = (10.0 * deviation / width) as i32;
        let shares = (-bins..=bins).map(|it| width * density(f64::from(it) * width, deviation));
        shares.filter(|p| *p > 0.0).map(|p| -p * p.ln()).sum()
    };
    println!("deviation   bins of   entropy of the bins   plus ln of the width");
    for (deviation, width) in [(1.0, 0.5), (1.0, 0.1), (1.0, 0.01), (0.1, 0.01)] {
        let bins = binned(deviation, width);
        let entropy = bins + f64::ln(width);
        println!("{deviation:9.1} {width:9.2} {bins:21.4} {entropy:22.4}");
        // ANCHOR_END: program
        let formula = 0.5 * (2.0 * std::f64::consts::PI * std::f64::consts::E).ln();
        assert_relative_eq!(entropy, formula + f64::ln(deviation), max_relative = 1e-6);
    }
    // A correlation of 0.9: h(X) + h(Y) − h(X, Y), in meters and in centimeters.
    for (unit, scale) in [("meters", 1.0_f64), ("centimeters", 100.0)] {
        let one = 0.5 * (2.0 * std::f64::consts::PI * std::f64::consts::E * scale.powi(2)).ln();
        let both = 2.0 * one + 0.5 * f64::ln(1.0 - 0.81);
        println!(
            "in {unit:<11}  h(X) {one:7.4}   I(X; Y) {:.4}",
            2.0 * one - both
        );
        // Independent: the divergence of the joint density from the product, summed over a grid.
        let axis = || (-400..=400).map(|it| f64::from(it) * scale / 50.0);
        let joint =
            |x: f64, y: f64| density(x, scale) * density(y - 0.9 * x, scale * 0.19_f64.sqrt());
        let cell = |x: f64, y: f64| {
            let p = joint(x, y);
            let ratio = p / (density(x, scale) * density(y, scale));
            if p > 0.0 { p * ratio.ln() } else { 0.0 }
        };
        let sum: f64 = axis()
            .map(|x| axis().map(|y| cell(x, y)).sum::<f64>())
            .sum();
        let found = sum * (scale / 50.0).powi(2);
        assert_relative_eq!(2.0 * one - both, found, max_relative = 1e-6);
    }
}
