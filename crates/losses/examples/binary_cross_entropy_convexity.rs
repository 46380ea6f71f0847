//! Squared error through a sigmoid is not convex in the logit: its curvature turns at ln 2.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Curvatures of the cross-entropy and of (σ(z) − y)², measured.
fn curvatures(z: f64, y: f64) -> Result<[f64; 2], LossError> {
    let (logits, labels) = (array![z - 1e-3, z, z + 1e-3], array![y, y, y]);
    let second_difference = array![1.0, -2.0, 1.0] / 1e-6;
    let cross_entropy = binary_cross_entropy_with_logits(&logits, &labels)?;
    let squared = squared_error(&sigmoid(&logits), &labels)?;
    Ok([cross_entropy, squared].map(|losses| second_difference.dot(&losses)))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("label 0, logit   cross-entropy   squared error");
    for z in [-2.0, 0.0, 0.6, 0.8, 4.0] {
        let [cross_entropy, squared] = curvatures(z, 0.0)?;
        println!("{z:14.1} {cross_entropy:15.4} {squared:15.4}");
        let s = 1.0 / (1.0 + (-z).exp());
        let by_hand = 2.0 * s * s * (1.0 - s) * (2.0 - 3.0 * s);
        assert_abs_diff_eq!(cross_entropy, s * (1.0 - s), epsilon = 1e-6);
        assert_abs_diff_eq!(squared, by_hand, epsilon = 1e-6);
    }
    for (label, right_side) in [(0.0, 1.0), (1.0, -1.0)] {
        let (mut convex, mut concave) = (0.0, 2.0 * right_side);
        while f64::abs(convex - concave) > 1e-9 {
            let middle = (convex + concave) / 2.0;
            let is_convex = curvatures(middle, label)?[1] > 0.0;
            *(if is_convex { &mut convex } else { &mut concave }) = middle;
        }
        println!("label {label}: squared error turns concave at {convex:7.4}");
        assert_abs_diff_eq!(convex, right_side * 2.0_f64.ln(), epsilon = 1e-5);
    }
    // ANCHOR_END: program

    let p = |z: f64| 1.0 / (1.0 + (-z).exp());
    let bend = |z: f64| 2.0 * p(z).powi(2) * p(-z) * (2.0 - 3.0 * p(z));
    let z_axis = Axis::linear("logit z, label 0", -6.0..=6.0);
    Figure::new(
        "binary_cross_entropy_convexity",
        "Curvature of both losses in the logit, for label 0",
        "Two curves over the logit from −6 to 6. The curvature of the cross-entropy is a bell above \
         zero. That of the squared error is negative in the shaded range to the right of ln 2.",
    )
    .panel(
        Panel::new(z_axis, Axis::linear("curvature", -0.15..=0.3))
            .function("cross-entropy", |z| p(z) * p(-z))
            .function("squared error", bend)
            .range("concave", 2.0_f64.ln()..=6.0),
    )
    .save()?;
    Ok(())
}
