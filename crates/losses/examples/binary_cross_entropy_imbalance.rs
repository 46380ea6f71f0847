//! A weight w on label 1 multiplies the fitted odds by w: p becomes wp / (wp + 1 − p).

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// The probability that is best to state for a truth p, by gradient descent on the logit.
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
    for p in [0.005, 0.01, 0.1, 0.5] {
        let [plain, ten, many] = [fitted(p, 1.0)?, fitted(p, 10.0)?, fitted(p, 99.0)?];
        let corrected = many / (many + 99.0 * (1.0 - many));
        println!("{p:5} {plain:10.4} {ten:11.4} {many:11.4} {corrected:11.4}");
        assert_abs_diff_eq!(plain, p, epsilon = 1e-6);
        assert_abs_diff_eq!(many, 99.0 * p / (99.0 * p + 1.0 - p), epsilon = 1e-6);
        assert_abs_diff_eq!(corrected, p, epsilon = 1e-6);
    }
    // ANCHOR_END: program
    Ok(())
}
