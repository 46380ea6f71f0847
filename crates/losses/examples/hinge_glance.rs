//! The gradient of the hinge lies between the slopes on both sides, which differ at margin 1 only.

extern crate figures;
extern crate losses;

use std::iter::zip;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let scores = Array::linspace(-1.0, 3.0, 801);
    let labels = Array1::ones(scores.len());
    let moved = |by: f64| hinge(&(&scores + by), &labels);
    let (losses, gradient) = (moved(0.0)?, hinge_gradient(&scores, &labels)?);
    let left = (&losses - moved(-1e-5)?) / 1e-5;
    let right = (moved(1e-5)? - &losses) / 1e-5;
    for (at, gradient) in gradient.indexed_iter() {
        assert!((left[at] - 1e-9..=right[at] + 1e-9).contains(gradient));
    }
    let kinks = (&right - &left).iter().filter(|it| **it > 1e-9).count();
    assert_eq!(kinks, 1);

    println!("score   loss   slope left   slope right   gradient");
    for at in [0, 200, 400, 600] {
        let [score, loss] = [&scores, &losses].map(|it| it[at]);
        let [left, right, gradient] = [&left, &right, &gradient].map(|it| it[at]);
        println!("{score:5.1} {loss:6.1} {left:12.1} {right:13.1} {gradient:10.1}");
    }
    // ANCHOR_END: program

    let (below, above): (Vec<_>, Vec<_>) =
        zip(scores.clone(), gradient).partition(|(score, _)| *score < 1.0);
    let x = Axis::linear("margin y f", -1.0..=3.0);
    let panel = Panel::new(x, Axis::linear("", -1.5..=2.0))
        .line("loss", zip(scores, losses))
        .line("gradient", below)
        .line("gradient", above);
    let description = "The loss falls in a straight line to 0 at margin 1 and stays there. The \
                       gradient is −1 up to margin 1 and 0 beyond.";
    Figure::new("hinge_glance", "Hinge loss and its gradient", description)
        .narrow()
        .panel(panel)
        .save()?;
    Ok(())
}
