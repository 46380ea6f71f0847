//! The gradient of Huber is the slope of the loss, at every point that is drawn and at both thresholds.

extern crate figures;
extern crate losses;

use std::iter::zip;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let residuals = Array::linspace(-3.0, 3.0, 241);
    let targets = Array1::zeros(residuals.len());
    let moved = |by: f64| huber(&(&residuals + by), &targets, 1.0);
    let (losses, gradient) = (moved(0.0)?, huber_gradient(&residuals, &targets, 1.0)?);
    let by_differences = (moved(1e-6)? - moved(-1e-6)?) / 2e-6;
    assert_abs_diff_eq!(gradient, by_differences, epsilon = 1e-6);

    println!("residual    loss   gradient");
    for at in [0, 100, 120, 160, 240] {
        let [residual, loss, gradient] = [&residuals, &losses, &gradient].map(|it| it[at]);
        println!("{residual:8.1} {loss:7.3} {gradient:10.1}");
    }
    // ANCHOR_END: program

    let x = Axis::linear("residual", -3.0..=3.0);
    let panel = Panel::new(x, Axis::linear("", -1.5..=3.0))
        .line("loss", zip(residuals.clone(), losses))
        .line("gradient", zip(residuals, gradient))
        .vertical_line("−δ", -1.0)
        .vertical_line("δ", 1.0);
    let description = "The loss is a parabola between −δ and δ and straight beyond. The gradient \
                       rises from −δ to δ between them and is level beyond.";
    Figure::new("huber_glance", "Huber loss and its gradient", description)
        .narrow()
        .panel(panel)
        .save()?;
    Ok(())
}
