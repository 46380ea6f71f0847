//! A weight w on the positives adds ln w to every fitted logit, and nothing else.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let w = 9.0;
    let slopes = binary_cross_entropy_with_logits_gradient(&array![-2.0, -2.0], &array![1., 0.])?;
    let (of_one, of_zero) = (w * slopes[0], slopes[1]);
    println!("logit -2, weight 9: slope {of_one:.4} for label 1, {of_zero:.4} for 0");
    println!("\ntrue p   fitted   by hand   undone   fitted > 0.5   p > 1/(1+9)");
    for p in [0.01, 0.05, 0.09, 0.11, 0.5, 0.9] {
        let fitted = fit(p, w)?;
        let by_hand = w * p / (w * p + 1.0 - p);
        let undone = fitted / (fitted + w * (1.0 - fitted));
        let (decision, threshold) = (fitted > 0.5, p > 1.0 / (1.0 + w));
        print!("{p:6.2} {fitted:8.4} {by_hand:9.4} {undone:8.4}");
        println!(" {decision:>14} {threshold:>13}");
        assert_abs_diff_eq!(fitted, by_hand, epsilon = 1e-9);
        assert_abs_diff_eq!(undone, p, epsilon = 1e-9);
        assert_eq!(decision, threshold);
    }
    println!("shift of every logit: ln 9 = {:.4}", w.ln());
    // ANCHOR_END: program
    let odds = |p: f64| (p / (1.0 - p)).ln();
    assert_abs_diff_eq!(odds(fit(0.3, w)?) - odds(0.3), w.ln(), epsilon = 1e-9);
    let axis = |name: &str| Axis::linear(name, 0.0..=1.0);
    let weighted = |w: f64| move |p: f64| w * p / (w * p + 1.0 - p);
    let panel = Panel::new(axis("true probability"), axis("fitted probability"))
        .function("weight 1", weighted(1.0))
        .function("weight 9", weighted(9.0))
        .function("weight 99", weighted(99.0))
        .horizontal_line("decision at 0.5", 0.5);
    let seen = "Three curves from (0, 0) to (1, 1). Weight 1 is the diagonal, weight 9 bends up \
        and crosses 0.5 at a true 0.1, weight 99 rises at once and crosses at 0.01.";
    let title = "Fitted over true probability, for three weights";
    let name = "imbalance_noise_calibration_weights";
    Ok(Figure::new(name, title, seen).panel(panel).save()?)
}

/// Where the slope of the expected weighted loss in the logit is zero.
fn fit(p: f64, weight: f64) -> Result<f64, LossError> {
    let (mut low, mut high) = (-30.0, 30.0);
    for _ in 0..100 {
        let z = 0.5 * (low + high);
        let slope = binary_cross_entropy_with_logits_gradient(&array![z, z], &array![1.0, 0.0])?;
        if weight * p * slope[0] + (1.0 - p) * slope[1] < 0.0 {
            low = z;
        } else {
            high = z;
        }
    }
    Ok(sigmoid(&array![low])[0])
}
