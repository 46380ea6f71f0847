//! A formula for the stable loss that is right only at 0, and the term that is wrong in it.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
fn with_the_bug(z: f64, y: f64) -> f64 {
    z.max(0.0) - z * y + (1.0 + (-f64::max(-z, 0.0)).exp()).ln() + f64::max(-z, 0.0)
}

fn main() -> Result<(), LossError> {
    println!("logit, label 1      right   with the bug   difference");
    for z in [-10.0, -2.0, 0.0, 2.0, 10.0] {
        let right = binary_cross_entropy_with_logits(&array![z], &array![1.0])?[0];
        let wrong = with_the_bug(z, 1.0);
        println!("{z:14} {right:10.4} {wrong:14.4} {:12.4}", wrong - right);
        // Too much by |z| on the wrong side, and ln 2 for a small number on the right one.
        let extra = if z < 0.0 {
            -z
        } else {
            2.0_f64.ln() - (-z).exp().ln_1p()
        };
        assert_abs_diff_eq!(wrong - right, extra, epsilon = 1e-12);
    }
    Ok(())
}
// ANCHOR_END: program
