//! For an uncertain pixel soft Dice wants 0 or 1 where cross-entropy wants the probability.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Expected soft Dice loss when one pixel is predicted as `p` and belongs to the
/// object with probability `truth`, beside `sure` pixels that do.
fn expected(p: f64, truth: f64, sure: usize) -> Result<f64, LossError> {
    let row =
        |it: f64| Array2::from_shape_fn((1, sure + 1), |(_, i)| if i < sure { 1.0 } else { it });
    let loss = |label| soft_dice(&row(p), &row(label), 0.0).map(|it| it[0]);
    Ok(truth * loss(1.0)? + (1.0 - truth) * loss(0.0)?)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("best prediction of a pixel that is uncertain");
    println!("true      by soft Dice, beside sure pixels   by cross-entropy");
    println!("p               1         5       100");
    for truth in [0.2, 0.35, 0.48, 0.52, 0.8] {
        let best = [1, 5, 100].map(|sure| lowest(|p| expected(p, truth, sure)));
        let entropy = lowest(|p| {
            let both = binary_cross_entropy(&array![p, p], &array![0.0, 1.0])?;
            Ok(both.dot(&array![1.0 - truth, truth]))
        });
        println!(
            "{truth:4} {:12} {:9} {:9} {entropy:18.2}",
            best[0], best[1], best[2]
        );
        assert!(best.iter().all(|&it| it == 0.0 || it == 1.0));
    }
    // ANCHOR_END: program
    let axis = Axis::linear("prediction of the pixel", 0.0..=1.0);
    let at = |truth: f64| move |p: f64| expected(p, truth, 2).unwrap_or(f64::NAN);
    let panel = Panel::new(axis, Axis::linear("expected Dice loss", 0.0..=0.2))
        .function("true probability 0.2", at(0.2))
        .function("true probability 0.4", at(0.4))
        .function("true probability 0.8", at(0.8));
    let title = "One uncertain pixel beside two sure ones";
    let text = "Three nearly straight curves without a valley: each is lowest at an end.";
    let figure = Figure::new("dice_and_iou_calibration", title, text);
    Ok(figure.panel(panel).save()?)
}

/// The best of 99 predictions strictly between 0 and 1, and of both ends.
fn lowest(cost: impl Fn(f64) -> Result<f64, LossError>) -> f64 {
    let grid = (0..=100).map(|i| f64::from(i) / 100.0);
    let cost = |p: f64| {
        cost(p)
            .ok()
            .filter(|it| !it.is_nan())
            .unwrap_or(f64::INFINITY)
    };
    grid.min_by(|&a, &b| cost(a).total_cmp(&cost(b)))
        .unwrap_or(f64::NAN)
}
