//! The gradient of absolute error lies between the slopes on both sides, which differ at zero only.

extern crate figures;
extern crate losses;

use std::iter::zip;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let residuals = Array::linspace(-2.0, 2.0, 801);
    let targets = Array1::zeros(residuals.len());
    let moved = |by: f64| absolute_error(&(&residuals + by), &targets);
    let (losses, gradient) = (moved(0.0)?, absolute_error_gradient(&residuals, &targets)?);
    let left = (&losses - moved(-1e-5)?) / 1e-5;
    let right = (moved(1e-5)? - &losses) / 1e-5;
    for (at, gradient) in gradient.indexed_iter() {
        assert!((left[at] - 1e-9..=right[at] + 1e-9).contains(gradient));
    }
    let kinks = (&right - &left).iter().filter(|it| **it > 1e-9).count();
    assert_eq!(kinks, 1);

    println!("residual   loss   slope left   slope right   gradient");
    for at in [0, 300, 400, 600] {
        let [residual, loss] = [&residuals, &losses].map(|it| it[at]);
        let [left, right, gradient] = [&left, &right, &gradient].map(|it| it[at]);
        println!("{residual:8.1} {loss:6.1} {left:12.1} {right:13.1} {gradient:10.1}");
    }
    // ANCHOR_END: program

    let (below, above): (Vec<_>, Vec<_>) = zip(residuals.clone(), gradient)
        .filter(|(residual, _)| *residual != 0.0)
        .partition(|(residual, _)| *residual < 0.0);
    let x = Axis::linear("residual", -2.0..=2.0);
    let panel = Panel::new(x, Axis::linear("", -2.0..=2.0))
        .line("loss", zip(residuals, losses))
        .line("gradient", below)
        .line("gradient", above);
    let description = "A V with its tip at 0, and its gradient, −1 left of 0 and 1 right of it.";
    Figure::new("mae_glance", "Absolute error and its gradient", description)
        .narrow()
        .panel(panel)
        .save()?;
    Ok(())
}
