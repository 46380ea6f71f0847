//! A weight w on label 1 multiplies the fitted odds by w: p becomes wp / (wp + 1 − p).

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// The probability fitted to a truth p when label 1 has a weight, by gradient descent.
fn fitted(p: f64, weight: f64) -> Result<f64, LossError> {
    let labels = array![1.0, 0.0];
    let shares = array![weight * p, 1.0 - p] / (weight * p + 1.0 - p);
    let mut logits = array![0.0, 0.0];
    for _ in 0..20_000 {
        let slopes = binary_cross_entropy_with_logits_gradient(&logits, &labels)?;
        logits -= shares.dot(&slopes);
    }
    Ok(sigmoid(&logits)[0])
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("truth   weight 1   weight 10   weight 99   corrected");
    for p in [0.005, 0.01, 0.1, 0.5_f64] {
        let [one, ten, many] = [fitted(p, 1.0)?, fitted(p, 10.0)?, fitted(p, 99.0)?];
        let corrected = many / (many + 99.0 * (1.0 - many));
        println!("{p:5} {one:10.4} {ten:11.4} {many:11.4} {corrected:11.4}");
        let by_hand = [1.0, 10.0, 99.0].map(|w| w * p / (w * p + 1.0 - p));
        assert_abs_diff_eq!([one, ten, many][..], by_hand[..], epsilon = 1e-6);
        assert_abs_diff_eq!(corrected, p, epsilon = 1e-6);
    }
    let (total, squares) = (2.0 * 9999.0_f64, 9999.0 * 9999.0 + 9999.0);
    println!(
        "weight 9999 on 1 of 10,000: worth {:.1} equal examples",
        total * total / squares
    );
    // ANCHOR_END: program

    let shifted = |weight: f64| move |p: f64| weight * p / (weight * p + 1.0 - p);
    let axis = |name| Axis::linear(name, 0.0..=1.0);
    Figure::new(
        "binary_cross_entropy_imbalance",
        "Fitted over true probability, with a weight on label 1",
        "Three curves from (0, 0) to (1, 1): a diagonal with weight 1, and a bulge above it toward \
         the upper left corner, larger with weight 99 than with 10.",
    )
    .panel(
        Panel::new(axis("true probability"), axis("fitted probability"))
            .function("weight 1", shifted(1.0))
            .function("weight 10", shifted(10.0))
            .function("weight 99", shifted(99.0)),
    )
    .save()?;
    Ok(())
}
