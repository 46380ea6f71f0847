//! A loss that lets go of outliers has several minima, and the start decides which one is found.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

const DATA: [f64; 10] = [-0.4, -0.2, 0.0, 0.1, 0.2, 0.3, 9.7, 9.9, 10.1, 10.3];

// ANCHOR: program
/// Cauchy: half of ln(1 + r²), with the slope r / (1 + r²).
fn cost(center: f64) -> f64 {
    let one = |y: &f64| 0.5 * (center - y).powi(2).ln_1p();
    DATA.iter().map(one).sum()
}

/// The mean with weights 1 / (1 + r²), from the last mean, again and again.
fn settle(start: f64) -> f64 {
    (0..500).fold(start, |center: f64, _| {
        let weights = DATA.map(|y| 1.0 / (1.0 + (center - y).powi(2)));
        let total: f64 = weights.iter().sum();
        DATA.iter().zip(weights).map(|(y, w)| y * w / total).sum()
    })
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("start             settles at     cost");
    for (name, start) in [("median", 0.25), ("mean", 4.0), ("last value", 10.3)] {
        let found = settle(start);
        println!("{name:<10} {start:6.2} {found:10.4} {:8.4}", cost(found));
    }
    println!("\nresidual   pull of Huber at 1   pull of Cauchy");
    for r in [0.5, 1.0, 3.0, 10.0, 1000.0] {
        let huber = huber_gradient(&array![r], &array![0.0], 1.0)?[0];
        println!("{r:8} {huber:20.4} {:16.4}", r / (1.0 + r * r));
    }
    // ANCHOR_END: program
    let grid = (-2000..12_000).map(|it| f64::from(it) / 1000.0);
    let best = grid.min_by(|a, b| cost(*a).total_cmp(&cost(*b)));
    assert_abs_diff_eq!(settle(0.25), best.unwrap_or(f64::NAN), epsilon = 1e-3);
    assert!(cost(settle(10.3)) > cost(settle(0.25)) + 1.0);
    let axis = Axis::linear("center", -2.0..=12.0);
    let panel = Panel::new(axis, Axis::linear("cost", 8.0..=26.0))
        .function("Cauchy", cost)
        .vertical_line("median", 0.25)
        .vertical_line("mean", 4.0);
    let text = "Two valleys, the deeper one at the larger group, and a hill between them.";
    let name = "mae_mse_or_huber_redescending";
    let figure = Figure::new(name, "A loss with two valleys", text);
    Ok(figure.panel(panel).save()?)
}
