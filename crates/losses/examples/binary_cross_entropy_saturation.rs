//! Where a model is confidently wrong, squared error through a sigmoid has no slope left.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Slopes of the cross-entropy and of (σ(z) − 1)² in the logit, for label 1.
fn slopes(logit: f64) -> Result<[f64; 2], LossError> {
    let (z, y) = (array![logit], array![1.0]);
    let p = sigmoid(&z);
    let cross_entropy = binary_cross_entropy_with_logits_gradient(&z, &y)?;
    let squared_error = squared_error_gradient(&p, &y)? * &p * (1.0 - &p);
    Ok([cross_entropy[0], squared_error[0]])
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("logit   probability   cross-entropy   squared error      ratio");
    for z in [-20.0_f64, -10.0, -5.0, -2.0, 0.0, 2.0] {
        let [cross_entropy, squared] = slopes(z)?;
        let (p, ratio) = (sigmoid(&array![z])[0], cross_entropy / squared);
        println!("{z:5} {p:13.1e} {cross_entropy:15.5} {squared:15.2e} {ratio:10.0}");
        let by_hand = -2.0 * z.exp() / (1.0 + z.exp()).powi(3);
        assert_relative_eq!(squared, by_hand, max_relative = 1e-12);
    }

    let (mut low, mut high) = (-5.0, 5.0);
    for _ in 0..60 {
        let (left, right) = ((2.0 * low + high) / 3.0, (low + 2.0 * high) / 3.0);
        let steeper = slopes(left)?[1] < slopes(right)?[1];
        (low, high) = if steeper { (low, right) } else { (left, high) };
    }
    let (p, steepest) = (sigmoid(&array![low])[0], slopes(low)?[1]);
    println!("squared error is steepest at p = {p:.6}: {steepest:.6}");
    println!("by hand, at p = 1/3: -8/27 = {:.6}", -8.0 / 27.0);
    assert_relative_eq!(steepest, -8.0 / 27.0, max_relative = 1e-12);
    // ANCHOR_END: program

    let p = |z: f64| 1.0 / (1.0 + (-z).exp());
    let sizes = Axis::logarithmic("size of the slope", 1e-6..=10.0);
    let curves = |y: Axis, sign: f64| {
        Panel::new(Axis::linear("logit z, label 1", -12.0..=6.0), y)
            .function("cross-entropy", |z| sign * p(-z))
            .function("squared error", |z| sign * 2.0 * p(z) * p(-z).powi(2))
    };
    Figure::new(
        "binary_cross_entropy_saturation",
        "Slope of both losses in the logit, for label 1",
        "Two panels over the logit. To the left the slope of the cross-entropy falls to −1 and stays \
         there; that of the squared error dips to −0.3 and returns to 0. With a logarithmic axis it \
         falls along a straight line, through 10⁻⁴ at −10.",
    )
    .panel(curves(Axis::linear("slope", -1.0..=0.2), -1.0))
    .panel(curves(sizes, 1.0))
    .save()?;
    Ok(())
}
