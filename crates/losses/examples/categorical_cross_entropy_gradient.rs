//! Through the softmax Jacobian, the one slope in the probabilities becomes
//! p − t in all the logits.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let logits = array![[2.0, 1.0, 0.1, -1.0]];
    let labels = array![2];
    let probabilities = softmax(&logits, 1.0)?;
    let p = probabilities.row(0);
    let gradient = softmax_cross_entropy_gradient(&logits, &labels)?;

    // The chain rule, factor by factor.
    let slopes = array![0.0, 0.0, -1.0 / p[2], 0.0];
    let jacobian = Array2::from_diag(&p) - probabilities.t().dot(&probabilities);
    let chained = slopes.dot(&jacobian);

    println!("class   logit   probability   dl/dp       dl/dz = p - t");
    for class in 0..4 {
        let (logit, slope) = (logits[[0, class]], slopes[class]);
        let (p, dz) = (p[class], gradient[[0, class]]);
        println!("{class:5} {logit:7.1} {p:13.6} {slope:8.4} {dz:14.6}");

        let loss_at = |logit: f64| -> Result<f64, LossError> {
            let mut moved = logits.clone();
            moved[[0, class]] = logit;
            Ok(softmax_cross_entropy(&moved, &labels)?[0])
        };
        let difference = (loss_at(logit + 1e-5)? - loss_at(logit - 1e-5)?) / 2e-5;
        assert_abs_diff_eq!(dz, difference, epsilon = 1e-9);
        assert_abs_diff_eq!(dz, chained[class], epsilon = 1e-12);
    }
    println!("sum of the gradient      {:9.6}", gradient.sum().abs());
    println!("sum of its sizes         {:9.6}", gradient.abs().sum());
    assert_relative_eq!(gradient.abs().sum(), 2.0 * (1.0 - p[2]));
    // ANCHOR_END: program

    Figure::new(
        "categorical_cross_entropy_gradient",
        "Probabilities and gradient of four classes, the third of which is true",
        "Bars for four classes. The gradient of each wrong class equals its probability. The \
         gradient of the true class is negative, and as long as the other three together.",
    )
    .panel(
        Panel::new(
            Axis::categories("class", ["0", "1", "2: true", "3"]),
            Axis::linear("probability, slope of the loss in the logit", -1.0..=1.0),
        )
        .bars("probability", p.to_vec())
        .bars("gradient", gradient.row(0).to_vec()),
    )
    .save()?;
    Ok(())
}
