//! A prior is worth a fixed number of observations, so it fades; a mode depends on the parameter.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    // A coin with three heads in ten, again and again; likelihood p^k (1 − p)^(n − k).
    println!("heads of flips   likeliest   mode, prior p(1 − p)   mean, flat prior");
    for (k, n) in [(0.0, 10.0), (3.0, 10.0), (30.0, 100.0), (3000.0, 10_000.0)] {
        let likelihood = |p: f64| k * p.ln() + (n - k) * (1.0 - p).ln();
        let likeliest = maximizer(likelihood);
        let mode = maximizer(|p| likelihood(p) + (p * (1.0 - p)).ln());
        let grid = Array1::linspace(5e-6, 1.0 - 5e-6, 100_000);
        let density = grid.map(|&p| (likelihood(p) - likelihood((k + 0.5) / (n + 1.0))).exp());
        let average = density.dot(&grid) / density.sum();
        println!("{k:6} of {n:5} {likeliest:11.4} {mode:22.4} {average:18.4}");
        assert_abs_diff_eq!(likeliest, k / n, epsilon = 1e-5);
        assert_abs_diff_eq!(mode, (k + 1.0) / (n + 2.0), epsilon = 1e-5);
        assert_abs_diff_eq!(average, (k + 1.0) / (n + 2.0), epsilon = 1e-5);
    }
    let miss = -(0.0_f64).ln();
    let smoothed = -(1.0_f64 / 12.0).ln();
    println!("a head after none in ten costs {miss} nats, smoothed {smoothed:.4}");
    // The same flat prior on p, with the mode taken in the logit instead.
    let likelihood = |p: f64| 3.0 * p.ln() + 7.0 * (1.0 - p).ln();
    let in_logit = maximizer(|p| likelihood(p) + (p * (1.0 - p)).ln());
    let in_p = maximizer(likelihood);
    println!("flat prior, 3 of 10: mode in p {in_p:.4}, in the logit {in_logit:.4}");
    // ANCHOR_END: program
}

/// Where a function with one peak in (0, 1) has it, by thirds.
fn maximizer(f: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (1e-12, 1.0 - 1e-12);
    for _ in 0..200 {
        let third = (high - low) / 3.0;
        match f(low + third) > f(high - third) {
            true => high -= third,
            false => low += third,
        }
    }
    low
}
