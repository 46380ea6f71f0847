//! Away from margin 1 the gradient is −y or 0; at the kink every slope between them supports.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!("label  score  gradient  central difference");
    for (label, score) in [(1.0, -2.0), (1.0, 0.5), (1.0, 1.5), (-1.0, -0.5)] {
        let at = |score: f64| hinge(&array![score], &array![label]);
        let difference = (at(score + 1e-3)?[0] - at(score - 1e-3)?[0]) / 2e-3;
        let gradient = hinge_gradient(&array![score], &array![label])?[0];
        println!("{label:5} {score:6} {gradient:9} {difference:19.3}");
        assert_abs_diff_eq!(gradient, difference, epsilon = 1e-9);
    }
    println!("label 1, a line through the kink at score 1:");
    let scores = Array::linspace(-9.0, 11.0, 2001);
    let losses = hinge(&scores, &Array1::ones(2001))?;
    for slope in [-1.25, -1.0, -0.5, 0.0, 0.25] {
        let above = (&scores - 1.0) * slope - &losses;
        let crosses = above.iter().any(|&gap| gap > 1e-12);
        println!("slope {slope:5}: cuts through the loss: {crosses}");
        assert_eq!(!crosses, (-1.0..=0.0).contains(&slope));
    }
    // ANCHOR_END: program

    let margins = || Axis::linear("margin y f", -1.0..=3.0);
    let loss = Panel::new(margins(), Axis::linear("loss", -1.0..=2.0))
        .function("hinge", |margin| (1.0 - margin).max(0.0))
        .function("supporting line, slope −0.5", |margin| {
            -0.5 * (margin - 1.0)
        });
    let slope = Panel::new(margins(), Axis::linear("derivative", -3.0..=0.5))
        .line("hinge", [(-1.0, -1.0), (1.0, -1.0)])
        .line("hinge", [(1.0, 0.0), (3.0, 0.0)])
        .function("squared hinge", |margin| -2.0 * (1.0 - margin).max(0.0))
        .function("logistic, nats", |margin| -1.0 / (1.0 + margin.exp()));
    let title = "A supporting line at the kink, and the derivatives of three margin losses";
    let description = "Above, a line of slope −0.5 touches the hinge at its kink. Below, the \
         derivative of the hinge jumps from −1 to 0 at margin 1; the others are continuous.";
    Figure::new("hinge_gradient", title, description)
        .panel(loss)
        .panel(slope)
        .save()?;
    Ok(())
}
