//! The gradient of squared error is the slope of the loss, at every point that is drawn.

extern crate figures;
extern crate losses;

use std::iter::zip;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let residuals = Array::linspace(-2.0, 2.0, 161);
    let targets = Array1::zeros(residuals.len());
    let moved = |by: f64| squared_error(&(&residuals + by), &targets);
    let (losses, gradient) = (moved(0.0)?, squared_error_gradient(&residuals, &targets)?);
    let by_differences = (moved(1e-5)? - moved(-1e-5)?) / 2e-5;
    assert_abs_diff_eq!(gradient, by_differences, epsilon = 1e-9);

    println!("residual   loss   gradient");
    for at in [0, 60, 80, 120] {
        let [residual, loss, gradient] = [&residuals, &losses, &gradient].map(|it| it[at]);
        println!("{residual:8.1} {loss:6.2} {gradient:10.1}");
    }
    // ANCHOR_END: program

    let x = Axis::linear("residual", -2.0..=2.0);
    let panel = Panel::new(x, Axis::linear("", -4.0..=4.0))
        .line("loss", zip(residuals.clone(), losses))
        .line("gradient", zip(residuals, gradient));
    let description = "A parabola with its lowest point at 0, and its gradient, a line through 0.";
    Figure::new("mse_glance", "Squared error and its gradient", description)
        .narrow()
        .panel(panel)
        .save()?;
    Ok(())
}
