//! Cross-entropy and squared error of a probability fit the class shares; hinge finds the majority and nothing more.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("share of      binary         squared error   hinge");
    println!("class 1       cross-entropy  of sigmoid      score");
    for share in [0.6, 0.9, 0.99] {
        let weights = array![share, 1.0 - share];
        let (ones, signs) = (array![1.0, 0.0], array![1.0, -1.0]);
        let at = |score| array![score, score];

        let cross_entropy = minimizer(|logit| {
            Ok(binary_cross_entropy_with_logits(&at(logit), &ones)?.dot(&weights))
        })?;
        let squared =
            minimizer(|logit| Ok(squared_error(&sigmoid(&at(logit)), &ones)?.dot(&weights)))?;
        let score = minimizer(|score| Ok(hinge(&at(score), &signs)?.dot(&weights)))?;

        let fitted = sigmoid(&array![cross_entropy, squared]);
        println!(
            "{share:<13} {:<14.4} {:<15.4} {score:.4}",
            fitted[0], fitted[1]
        );
        assert_relative_eq!(fitted, array![share, share], max_relative = 1e-6);
        assert_relative_eq!(score, 1.0, max_relative = 1e-6);
    }
    // ANCHOR_END: program
    Ok(())
}

/// Golden-section search for the minimizer of a unimodal function on [−8, 8].
fn minimizer(loss: impl Fn(f64) -> Result<f64, LossError>) -> Result<f64, LossError> {
    let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
    let (mut low, mut high) = (-8.0, 8.0);
    for _ in 0..80 {
        let (left, right) = (high - golden * (high - low), low + golden * (high - low));
        if loss(left)? < loss(right)? {
            high = right;
        } else {
            low = left;
        }
    }
    Ok((low + high) / 2.0)
}
