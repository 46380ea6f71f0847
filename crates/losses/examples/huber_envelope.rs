//! Huber is the least cost of splitting a residual into noise and an outlier.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!("residual   outlier found   soft threshold   least cost    Huber");
    for residual in [-3.0, -0.5, 0.5, 1.5, 3.0_f64] {
        let cost = |outlier: f64| 0.5 * (residual - outlier).powi(2) + outlier.abs();
        let found = ternary_search(cost);
        let threshold = (residual.abs() - 1.0).max(0.0).copysign(residual);
        let loss = huber(&array![residual], &array![0.0], 1.0)?[0];
        let least = cost(found);
        println!("{residual:8.1} {found:15.4} {threshold:16.4} {least:12.4} {loss:8.4}");
        assert_abs_diff_eq!(found, threshold, epsilon = 1e-6);
        assert_abs_diff_eq!(least, loss, epsilon = 1e-6);
    }

    println!("\nthreshold   Huber at 3   over threshold");
    for delta in [1e-3, 1.0, 1e3] {
        let loss = huber(&array![3.0], &array![0.0], delta)?[0];
        println!("{delta:9.3} {loss:12.6} {:16.6}", loss / delta);
    }
    // ANCHOR_END: program

    let x = Axis::linear("residual", -4.0..=4.0);
    let panel =
        Panel::new(x, Axis::linear("cost", 0.0..=5.0)).function("no outlier", |r| r * r / 2.0);
    let parabola = |s: f64| move |r: f64| (r - s).powi(2) / 2.0 + s.abs();
    let shifts = [-3.0, -2.0, -1.0, 1.0, 2.0, 3.0].into_iter();
    let panel = shifts.fold(panel, |panel, s| {
        panel.function("an outlier of 1, 2 or 3", parabola(s))
    });
    let clipped = |r: f64| r.clamp(-1.0, 1.0);
    let text = "Parabolas with their lowest points on a V. Huber touches each of them from below.";
    Figure::new(
        "huber_envelope",
        "Huber below the costs of all splits",
        text,
    )
    .panel(panel.function("Huber", move |r| clipped(r) * (r - clipped(r) / 2.0)))
    .save()?;
    Ok(())
}

/// The minimizer of a convex function between −10 and 10.
fn ternary_search(f: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (-10.0, 10.0);
    for _ in 0..200 {
        let third = (high - low) / 3.0;
        let is_left = f(low + third) < f(high - third);
        *(if is_left { &mut high } else { &mut low }) += if is_left { -third } else { third };
    }
    (low + high) / 2.0
}
