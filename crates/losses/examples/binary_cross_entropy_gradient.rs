//! In the logit the slope of the loss is σ(z) − y, and its curvature σ(z)(1 − σ(z)).

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let logits = array![-10.0, -2.0, 0.0, 2.0, 10.0];
    let labels = Array1::ones(logits.len());
    let p = sigmoid(&logits);

    let slope = binary_cross_entropy_with_logits_gradient(&logits, &labels)?;
    let by_chain_rule = binary_cross_entropy_gradient(&p, &labels)? * &p * (1.0 - &p);
    let curvature = &p * (1.0 - &p);

    let step = 1e-4;
    let shifted = |by: f64| binary_cross_entropy_with_logits(&(&logits + by), &labels);
    let (left, losses, right) = (shifted(-step)?, shifted(0.0)?, shifted(step)?);
    let difference = (&right - &left) / (2.0 * step);
    let second_difference = (&right - 2.0 * &losses + &left) / (step * step);

    println!("logit   loss, label 1       slope   measured   curvature");
    for (i, z) in logits.iter().enumerate() {
        let [loss, slope, measured, bend] =
            [&losses, &slope, &difference, &curvature].map(|it| it[i]);
        println!("{z:5} {loss:15.6} {slope:11.6} {measured:10.6} {bend:11.6}");
    }
    assert_abs_diff_eq!(slope, by_chain_rule, epsilon = 1e-12);
    assert_abs_diff_eq!(slope, difference, epsilon = 1e-8);
    assert_abs_diff_eq!(curvature, second_difference, epsilon = 1e-6);
    // ANCHOR_END: program

    let p = |z: f64| 1.0 / (1.0 + (-z).exp());
    let z_axis = || Axis::linear("logit z", -6.0..=6.0);
    Figure::new(
        "binary_cross_entropy_gradient",
        "Loss, slope and curvature over the logit, for both labels",
        "Three panels. The losses mirror each other, level on one side and nearly straight on the \
         other. The slopes are sigmoids, from −1 to 0 and from 0 to 1. The curvature is a bell.",
    )
    .panel(
        Panel::new(z_axis(), Axis::linear("loss", 0.0..=6.0))
            .function("label 1", |z| (1.0 + (-z).exp()).ln())
            .function("label 0", |z| (1.0 + z.exp()).ln()),
    )
    .panel(
        Panel::new(z_axis(), Axis::linear("slope", -1.0..=1.0))
            .function("label 1", |z| p(z) - 1.0)
            .function("label 0", p),
    )
    .panel(
        Panel::new(z_axis(), Axis::linear("curvature", 0.0..=0.3))
            .function("both labels", |z| p(z) * p(-z)),
    )
    .save()?;
    Ok(())
}
