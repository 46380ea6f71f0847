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
        |last| Array2::from_shape_fn((1, sure + 1), |(_, i)| if i < sure { 1.0 } else { last });
    let loss = |label| soft_dice(&row(p), &row(label), 0.0).map(|it| it[0]);
    Ok(truth * loss(1.0)? + (1.0 - truth) * loss(0.0)?)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("                 best prediction of the uncertain pixel");
    println!("true      by soft Dice, beside this many sure pixels    by cross-entropy");
    println!("p                1      5      100");
    for truth in [0.2, 0.35, 0.48, 0.52, 0.8] {
        let grid = Array1::linspace(0.0, 1.0, 1001);
        let mut best = [1, 5, 100].map(|sure| {
            let cost = |p: f64| expected(p, truth, sure).unwrap_or(f64::INFINITY);
            grid.iter()
                .copied()
                .min_by(|&a, &b| cost(a).total_cmp(&cost(b)))
                .unwrap_or(f64::NAN)
        });
        let entropy = |p: f64| {
            binary_cross_entropy(&array![p, p], &array![0.0, 1.0])
                .map_or(f64::INFINITY, |it| it.dot(&array![1.0 - truth, truth]))
        };
        let by_entropy = grid
            .iter()
            .copied()
            .min_by(|&a, &b| entropy(a).total_cmp(&entropy(b)))
            .unwrap_or(f64::NAN);
        println!(
            "{truth:4} {:13} {:6} {:8} {by_entropy:25.2}",
            best[0], best[1], best[2]
        );
        assert_abs_diff_eq!(by_entropy, truth, epsilon = 1e-9);
        best.sort_by(f64::total_cmp);
        assert!(best.iter().all(|&it| it == 0.0 || it == 1.0));
    }
    // ANCHOR_END: program
    let axis = |name: &str| Axis::linear(name, 0.0..=1.0);
    let panel = Panel::new(
        axis("prediction of the pixel"),
        Axis::linear("expected Dice loss", 0.0..=0.3),
    )
    .function("true probability 0.2", |p| {
        expected(p, 0.2, 2).unwrap_or(f64::NAN)
    })
    .function("true probability 0.4", |p| {
        expected(p, 0.4, 2).unwrap_or(f64::NAN)
    })
    .function("true probability 0.8", |p| {
        expected(p, 0.8, 2).unwrap_or(f64::NAN)
    });
    let title = "One uncertain pixel beside two sure ones";
    let text = "Three nearly straight curves without a valley: each is lowest at an end.";
    let figure = Figure::new("dice_and_iou_calibration", title, text);
    Ok(figure.panel(panel).save()?)
}
