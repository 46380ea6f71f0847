//! Until the negative is a margin farther away than the positive, each unit of distance saves one of loss.

extern crate figures;
extern crate losses;

use std::iter::zip;

use figures::{Axis as Scale, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // The anchor is at 0, the positive at 1, the negative wherever; margin 1.
    let distances = Array::linspace(0.0, 3.0, 601);
    let [anchors, positives] = [0.0, 1.0].map(|at| Array2::from_elem((601, 1), at));
    let negatives = |by: f64| (&distances + by).insert_axis(Axis(1));
    let moved = |by: f64| triplet(&anchors, &positives, &negatives(by), 1.0);
    let losses = moved(0.0)?;
    let gradient = triplet_gradient(&anchors, &positives, &negatives(0.0), 1.0)?.negatives;
    let left = (&losses - moved(-1e-5)?) / 1e-5;
    let right = (moved(1e-5)? - &losses) / 1e-5;

    println!("distance of the negative   loss   slope left   slope right   gradient");
    for (at, gradient) in gradient.column(0).indexed_iter() {
        let [distance, loss, left, right] = [&distances, &losses, &left, &right].map(|it| it[at]);
        // The loss has a peak at distance 0 and bends up where it reaches 0.
        let between = left.min(right) - 1e-9..=left.max(right) + 1e-9;
        assert!(between.contains(gradient));
        assert_eq!((left - right).abs() > 1e-9, at == 0 || at == 400);
        if [0, 100, 200, 400, 600].contains(&at) {
            println!("{distance:24.1} {loss:6.1} {left:12.1} {right:13.1} {gradient:10.1}");
        }
    }
    // ANCHOR_END: program

    let (below, above): (Vec<_>, Vec<_>) = zip(distances.clone(), gradient)
        .skip(1)
        .partition(|(distance, _)| *distance < 2.0);
    let x = Scale::linear("distance of the negative", 0.0..=3.0);
    let panel = Panel::new(x, Scale::linear("", -1.5..=2.0))
        .line("loss", zip(distances, losses))
        .line("gradient", below)
        .line("gradient", above)
        .vertical_line("positive", 1.0)
        .vertical_line("plus margin", 2.0);
    let description = "The loss falls in a straight line to 0, where the negative is a margin \
                       farther away than the positive. The gradient is −1 up to there, then 0.";
    let figure = Figure::new(
        "triplet_glance",
        "Triplet loss and its gradient",
        description,
    );
    Ok(figure.narrow().panel(panel).save()?)
}
