//! A point beyond the margin adds nothing to the hinge loss, and something to
//! cross-entropy, however far it is.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("lead of the     hinge   cross-entropy   its slope in the");
    println!("true class       loss   of 3 classes    true logit");
    for lead in [-1.0, 0.0, 0.5, 1.0, 5.0, 20.0] {
        let logits = array![[lead, 0.0, 0.0]];
        let hinge = hinge(&array![lead], &array![1.0])?[0];
        let loss = softmax_cross_entropy(&logits, &array![0])?[0];
        let slope = softmax_cross_entropy_gradient(&logits, &array![0])?[[0, 0]];
        println!("{lead:11} {hinge:9.1} {loss:15.3e} {slope:18.1e}");

        // By hand: two wrong classes, each with the odds e^-lead.
        let odds = 2.0 * (-lead).exp();
        assert_relative_eq!(loss, odds.ln_1p(), max_relative = 1e-12);
        assert_abs_diff_eq!(slope, -odds / (1.0 + odds), epsilon = 1e-15);
        assert!(loss > 0.0 && (hinge == 0.0) == (lead >= 1.0));
    }
    // ANCHOR_END: program
    Ok(())
}
