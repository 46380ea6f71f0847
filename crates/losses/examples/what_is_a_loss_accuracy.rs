//! The error rate is a staircase, and the minimizer of a surrogate need not have the fewest errors.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // A line through the origin would do for all but the far, mislabeled last point.
    let x = array![-3.0, -2.0, -1.0, -0.5, 0.5, 1.0, 2.0, 3.0, 4.0, -20.0];
    let y = array![0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0];
    let risk = |z: &Array1<f64>| mean(&binary_cross_entropy_with_logits(z, &y)?);
    let is_wrong = |it: &(&f64, &f64)| (*it.0 > 0.0) != (*it.1 > 0.5);
    let errors = |z: &Array1<f64>| z.iter().zip(&y).filter(is_wrong).count();
    let (mut a, mut b) = (0.0, 0.0);
    for _ in 0..20_000 {
        let slope = sigmoid(&(&x * b + a)) - &y;
        (a, b) = (a - 0.01 * slope.sum(), b - 0.01 * slope.dot(&x));
    }
    let z = &x * b + a;
    println!("log loss fits {a:.4} + {b:.4} x");
    println!("its loss {:.4}, errors {} of 10", risk(&z)?, errors(&z));
    println!(
        "0 + 1 x: loss {:.4}, errors {} of 10",
        risk(&x)?,
        errors(&x)
    );
    // The slope of the number of errors is zero nearly everywhere.
    let offsets = Array1::linspace(-4.0, 4.0, 2001).to_vec();
    let counts: Vec<usize> = offsets.iter().map(|a| errors(&(&x + *a))).collect();
    let flat = counts.windows(2).filter(|it| it[0] == it[1]).count();
    println!("the number of errors is flat on {flat} of 2000 steps of the offset");
    // ANCHOR_END: program
    let residual = sigmoid(&z) - &y;
    assert!(residual.sum().abs() < 1e-9 && residual.dot(&x).abs() < 1e-6);
    let axis = Axis::linear("offset a of the line a + x", -4.0..=4.0);
    // At −4 itself a point lies on the boundary: a step down at the edge.
    let share = offsets[1..]
        .iter()
        .map(|&a| (a, errors(&(&x + a)) as f64 / 10.0));
    let loss = offsets
        .iter()
        .map(|&a| (a, risk(&(&x + a)).unwrap_or(f64::NAN)));
    let panel = Panel::new(axis, Axis::linear("per example", 0.0..=4.0))
        .line("share of errors", share)
        .line("log loss", loss);
    let seen = "The share of errors is a staircase with flat steps, the log loss a smooth valley.";
    let title = "Errors and log loss over the offset of a classifier";
    let figure = Figure::new("what_is_a_loss_accuracy", title, seen);
    Ok(figure.panel(panel).save()?)
}
