//! Over the residual, the squared error is a parabola, the absolute error a V, and Huber both.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let at = |losses: Result<Array1<f64>, LossError>| losses.map_or(f64::NAN, |it| it[0]);
    let squared = |r| at(squared_error(&array![r], &array![0.0]));
    let absolute = |r| at(absolute_error(&array![r], &array![0.0]));
    let huber = |r| at(huber(&array![r], &array![0.0], 1.0));

    println!("residual  squared  absolute  Huber, delta 1");
    for r in [0.5, 1.0, 3.0] {
        println!("{r:<9} {:<8} {:<9} {}", squared(r), absolute(r), huber(r));
        // The area under the gradient: a triangle, a rectangle, a triangle and a rectangle.
        assert_relative_eq!(squared(r), r * (2.0 * r) / 2.0);
        assert_relative_eq!(absolute(r), r * 1.0);
        assert_relative_eq!(huber(r), r.min(1.0).powi(2) / 2.0 + (r - 1.0).max(0.0));
    }
    // ANCHOR_END: program

    Figure::new(
        "comparison_regression",
        "Regression: squared, absolute and Huber loss over the residual",
        "Three curves with their minimum 0 at residual 0. The squared error is the steepest \
         parabola, the absolute error a V; Huber is a parabola up to 1 and straight beyond.",
    )
    .panel(
        Panel::new(
            Axis::linear("residual", -3.0..=3.0),
            Axis::linear("loss", 0.0..=5.0),
        )
        .function("squared error", squared)
        .function("absolute error", absolute)
        .function("Huber, δ = 1", huber),
    )
    .save()?;
    Ok(())
}
