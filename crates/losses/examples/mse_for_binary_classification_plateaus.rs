//! Where a mean squared error stands says which plateau it is on, and only cross-entropy is pushed off the saturated ones.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // 1000 labels, 300 of them 1, and one logit for all of them.
    let labels = Array1::from_shape_fn(1000, |i| f64::from(i < 300));
    println!("all logits   squared error   its slope   slope of cross-entropy");
    let base_rate = (0.3_f64 / 0.7).ln();
    for logit in [-12.0, 12.0, 0.0, base_rate] {
        let logits = Array1::from_elem(1000, logit);
        let p = sigmoid(&logits);
        let loss = mean(&squared_error(&p, &labels)?)?;
        let slope = mean(&(squared_error_gradient(&p, &labels)? * &p * (1.0 - &p)))?;
        let of_log = mean(&binary_cross_entropy_with_logits_gradient(
            &logits, &labels,
        )?)?;
        println!("{logit:10.4} {loss:15.4} {slope:11.1e} {of_log:24.4}");
        // By hand: variance of the labels plus the squared distance to their share.
        let p = 1.0 / (1.0 + (-logit).exp());
        assert_relative_eq!(loss, 0.3 * 0.7 + (p - 0.3).powi(2), max_relative = 1e-9);
        assert_abs_diff_eq!(slope, 2.0 * (p - 0.3) * p * (1.0 - p), epsilon = 1e-12);
        assert_abs_diff_eq!(of_log, p - 0.3, epsilon = 1e-12);
    }
    // ANCHOR_END: program
    Ok(())
}
