//! Convex does not mean that a minimum exists or is unique, and not convex does not mean local minima.

extern crate losses;

use losses::prelude::*;

type Function = fn(f64) -> f64;

fn main() {
    // ANCHOR: program
    let functions: [(&str, Function); 6] = [
        ("x²", |x| x * x),
        ("|x − 1| + |x + 1|", |x| (x - 1.0).abs() + (x + 1.0).abs()),
        ("exp(−x)", |x| (-x).exp()),
        ("x² / (1 + x²)", |x| x * x / (1.0 + x * x)),
        ("x² + 4 cos 2x", |x| x * x + 4.0 * (2.0 * x).cos()),
        ("x⁴", |x| x.powi(4)),
    ];
    println!("function            convex   lowest   minimizers   descent from 3");
    let grid = Array1::linspace(-5.0, 5.0, 1001);
    for (name, f) in functions {
        let above = |a: f64, b: f64| f((a + b) / 2.0) > (f(a) + f(b)) / 2.0 + 1e-12;
        let convex = !grid.iter().any(|&a| grid.iter().any(|&b| above(a, b)));
        let lowest = grid.iter().map(|&x| f(x)).fold(f64::INFINITY, f64::min);
        let low: Vec<f64> = grid
            .iter()
            .copied()
            .filter(|&x| f(x) < lowest + 1e-12)
            .collect();
        let (first, last) = (low[0], low[low.len() - 1]);
        let minimizers = match (low.len(), first.abs() == 5.0) {
            (_, true) => "none".to_owned(),
            (1, _) => format!("{:.0}", first.abs()),
            (2, _) => format!("{first:.2}, {last:.2}"),
            _ => format!("{first:.0} to {last:.0}"),
        };
        let slope = |x: f64| (f(x + 1e-6) - f(x - 1e-6)) / 2e-6;
        let end = (0..2000).fold(3.0, |x, _| x - 0.01 * slope(x));
        println!("{name:<18} {convex:>7} {lowest:8.3} {minimizers:>12} {end:14.4}");
    }
    // ANCHOR_END: program
}
