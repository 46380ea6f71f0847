//! Tweedie losses of a logarithmic mean: convex for every target exactly for powers from 1 to 2.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Loss of the mean e^z, up to a constant; the powers 1 and 2 are its limits.
fn tweedie(z: f64, y: f64, power: f64) -> f64 {
    match power {
        1.0 => z.exp() - y * z,
        2.0 => y * (-z).exp() + z,
        p => ((2.0 - p) * z).exp() / (2.0 - p) - y * ((1.0 - p) * z).exp() / (1.0 - p),
    }
}

/// μ^(1 − p) (μ − y) and (2 − p) μ^(2 − p) + (p − 1) y μ^(1 − p)
fn derivatives(mean: f64, y: f64, p: f64) -> (f64, f64) {
    let factor = mean.powf(1.0 - p);
    let curvature = factor * ((2.0 - p) * mean + (p - 1.0) * y);
    (factor * (mean - y), curvature)
}

fn main() {
    println!("       slope, forecast twice the target       curvature, target 10");
    println!("power    target 10   target 1000    ratio   forecast 1   forecast 100");
    for power in [0.0, 1.0, 1.5, 2.0, 3.0] {
        let [small, large] = [10.0, 1000.0].map(|y: f64| derivatives(2.0 * y, y, power).0);
        let [low, high] = [1.0, 100.0].map(|mean| derivatives(mean, 10.0, power).1);
        let ratio = large / small;
        println!("{power:5} {small:12.4} {large:13.4} {ratio:8.2} {low:12.2} {high:14.4}");
        assert_relative_eq!(ratio, 100_f64.powf(2.0 - power), max_relative = 1e-12);
        assert_eq!((1.0..=2.0).contains(&power), low > 0.0 && high > 0.0);
        compare(power);
    }
}
// ANCHOR_END: program

/// Slope and curvature against differences of the loss.
fn compare(power: f64) {
    for (z, y) in [(0.3, 2.0), (-0.5, 0.0), (1.2, 7.0)] {
        let at = |shift: f64| tweedie(z + shift, y, power);
        let h = 1e-4;
        let (slope, curvature) = derivatives(z.exp(), y, power);
        let first = (at(h) - at(-h)) / (2.0 * h);
        let second = (at(h) - 2.0 * at(0.0) + at(-h)) / (h * h);
        assert_abs_diff_eq!(slope, first, epsilon = 1e-6);
        assert_abs_diff_eq!(curvature, second, epsilon = 1e-5);
    }
}
