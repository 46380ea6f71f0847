//! The same support and still infinite: a heavy tail, described by a light one.

extern crate losses;

use std::f64::consts::{PI, TAU};

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    let log_cauchy = |x: f64| -(PI * (1.0 + x * x)).ln();
    let log_normal = |x: f64| -0.5 * x * x - 0.5 * TAU.ln();
    // The integral of p (ln p − ln q) from −r to r, by midpoints.
    let within = |r: f64, log_p: &dyn Fn(f64) -> f64, log_q: &dyn Fn(f64) -> f64| -> f64 {
        let points = (0..400_000).map(|i| r * ((f64::from(i) + 0.5) / 200_000.0 - 1.0));
        let terms = points.map(|x| log_p(x).exp() * (log_p(x) - log_q(x)));
        terms.sum::<f64>() * r / 200_000.0
    };
    println!("from −r to r   KL(Cauchy‖normal)   KL(normal‖Cauchy)");
    for r in [10.0, 100.0, 1000.0] {
        let heavy = within(r, &log_cauchy, &log_normal);
        let light = within(r, &log_normal, &log_cauchy);
        println!("{r:12} {heavy:19.4} {light:19.4}");
        // By hand: what grows is the mean of x²/2 under the Cauchy density.
        let square = (r - r.atan()) / PI;
        let rest = within(r, &log_cauchy, &|_| -0.5 * TAU.ln());
        assert_relative_eq!(heavy, square + rest, max_relative = 1e-4);
    }
    // ANCHOR_END: program
}
