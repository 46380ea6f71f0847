//! The gradient of MSE in the weights of a linear model is 2 Xᵀr / n.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let features = array![[1.0, 0.5], [1.0, -1.0], [1.0, 2.0], [1.0, 3.0]];
    let targets = array![1.0, -2.0, 3.0, 8.0];
    let weights = array![0.5, 1.0];
    let loss = |weights: &Array1<f64>| mean(&squared_error(&features.dot(weights), &targets)?);

    // The chain rule: each residual reaches a weight through its feature.
    let by_prediction = squared_error_gradient(&features.dot(&weights), &targets)? / 4.0;
    let by_weight = features.t().dot(&by_prediction);

    let residuals = features.dot(&weights) - &targets;
    println!("residuals             {residuals:6.2}");
    println!("gradient, predictions {by_prediction:6.2}");
    println!("\nweight   2 Xᵀr / n   by differences");
    for (index, slope) in by_weight.indexed_iter() {
        let shifted = |step: f64| {
            let mut weights = weights.clone();
            weights[index] += step;
            loss(&weights)
        };
        let by_differences = (shifted(1e-4)? - shifted(-1e-4)?) / 2e-4;
        println!("{index:>6} {slope:>11.4} {by_differences:>16.4}");
        assert_relative_eq!(*slope, by_differences, max_relative = 1e-8);
    }
    // ANCHOR_END: program

    let residual = || Axis::linear("residual", -3.0..=3.0);
    let loss = Panel::new(residual(), Axis::linear("loss", 0.0..=9.0))
        .function("squared error", |r| r * r)
        .function("absolute error", f64::abs);
    let gradient = Panel::new(residual(), Axis::linear("gradient", -6.0..=6.0))
        .function("squared error", |r| 2.0 * r)
        .line("absolute error", [(-3.0, -1.0), (0.0, -1.0)])
        .line("absolute error", [(0.0, 1.0), (3.0, 1.0)]);
    let title = "Squared and absolute error, and their gradients";
    let description = "Above a parabola and a V. Below their gradients: a line through 0, and a \
                       step from −1 to 1.";
    Figure::new("mse_gradient", title, description)
        .panel(loss)
        .panel(gradient)
        .save()?;
    Ok(())
}
