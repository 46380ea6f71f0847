//! Huber from scratch, and three forms that are not Huber.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
fn huber_from_scratch(residuals: &[f64], delta: f64) -> (f64, Vec<f64>) {
    assert!(!residuals.is_empty() && delta > 0.0);
    let n = residuals.len() as f64;
    let clipped = |r: f64| r.clamp(-delta, delta);
    let losses = residuals
        .iter()
        .map(|&r| clipped(r) * (r - clipped(r) / 2.0));
    let gradient = residuals.iter().map(|&r| clipped(r) / n).collect();
    (losses.sum::<f64>() / n, gradient)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (loss, gradient) = huber_from_scratch(&[-3.0, 0.5, 1.0, 3.0], 1.0);
    println!("loss {loss:.5}, gradient {gradient:?}");
    // (2.5 + 0.125 + 0.5 + 2.5) / 4
    assert_eq!(loss, 1.40625);

    println!("\nresidual    right   no absolute value   no half   square, no half");
    for r in [-3.0, -1.2, 1.0, 1.2, 3.0] {
        let (right, _) = huber_from_scratch(&[r], 1.0);
        let [signed, low, high] = WRONG.map(|form| form(r));
        println!("{r:8.1} {right:8.2} {signed:19.2} {low:9.2} {high:17.2}");
        assert_relative_eq!(right, huber(&array![r], &array![0.0], 1.0)?[0]);
    }
    // ANCHOR_END: program
    let right = |r: f64| huber_from_scratch(&[r], 1.0).0;
    let x = Axis::linear("residual", -3.0..=3.0);
    let mut panel = Panel::new(x, Axis::linear("loss", -4.0..=3.0)).function("right", right);
    let names = ["no absolute value", "no half", "square, no half"];
    for (name, form) in names.into_iter().zip(WRONG) {
        for piece in [-300..=-101, -100..=100, 101..=300] {
            let places = piece.map(|it| f64::from(it) / 100.0);
            panel = panel.line(name, places.map(|r| (r, form(r))));
        }
    }
    let text = "One form falls to −3.5 at the left; two jump down where they become linear.";
    let figure = Figure::new("huber_from_scratch", "Huber and three mistakes", text);
    Ok(figure.panel(panel).save()?)
}

/// Threshold 1; each has one mistake.
const WRONG: [fn(f64) -> f64; 3] = [
    |r| [r * r / 2.0, r - 0.5][usize::from(r.abs() > 1.0)],
    |r| [r * r / 2.0, r.abs() - 1.0][usize::from(r.abs() > 1.0)],
    |r| [r * r, r.abs() - 0.5][usize::from(r.abs() > 1.0)],
];
