//! As losses L2 and L1 choose mean or median, as penalties they shrink or set to zero.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let y = array![0.0, 0.5, 1.0, 1.5, 12.0];
    let squared = |w: f64| y.map(|y| (w - y) * (w - y) / 2.0).sum() / 5.0;
    let absolute = |w: f64| y.map(|y| (w - y).abs()).sum() / 5.0;
    println!("estimate of one weight        no penalty   λ w² / 2   λ |w|, λ = 0.8");
    for (name, loss) in [
        ("squared error / 2", &squared as &dyn Fn(f64) -> f64),
        ("absolute error", &absolute),
    ] {
        let plain = minimizer(loss);
        let ridge = minimizer(|w| loss(w) + 0.4 * w * w);
        let lasso = minimizer(|w| loss(w) + 0.8 * w.abs());
        println!("{name:<28} {plain:11.4} {ridge:10.4} {lasso:16.4}");
    }
    println!("\nleast squares w   ridge w/(1 + λ)   lasso, soft threshold");
    for w in [0.3, 0.8, 1.5, 3.0] {
        let loss = |v: f64| (v - w) * (v - w) / 2.0;
        let ridge = minimizer(|v| loss(v) + 0.4 * v * v);
        let lasso = minimizer(|v| loss(v) + 0.8 * v.abs());
        println!("{w:15.1} {ridge:17.4} {:23.4}", lasso.abs());
        assert_abs_diff_eq!(ridge, w / 1.8, epsilon = 1e-6);
        assert_abs_diff_eq!(lasso, (w - 0.8).max(0.0), epsilon = 1e-6);
    }
    // ANCHOR_END: program
    assert_abs_diff_eq!(minimizer(squared), 3.0, epsilon = 1e-6);
    assert_abs_diff_eq!(minimizer(absolute), 1.0, epsilon = 1e-6);
    let axis = |name: &str| Axis::linear(name, -3.0..=3.0);
    let panel = Panel::new(axis("least-squares weight"), axis("penalized weight"))
        .function("no penalty", |w| w)
        .function("L2", |w| w / 1.8)
        .function("L1", |w| w.signum() * (w.abs() - 0.8).max(0.0));
    let seen = "The diagonal, a flatter line through the origin, and a line that is 0 between \
        −0.8 and 0.8 and parallel to the diagonal outside.";
    let title = "What a penalty does to a weight";
    let figure = Figure::new("what_is_a_loss_penalties", title, seen);
    Ok(figure.panel(panel).save()?)
}

/// The minimizer of a convex function on (−20, 20), by thirds.
fn minimizer(f: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (-20.0, 20.0);
    for _ in 0..200 {
        let third = (high - low) / 3.0;
        match f(low + third) < f(high - third) {
            true => high -= third,
            false => low += third,
        }
    }
    low
}
