//! Positives and unlabeled examples: cross-entropy fits the true probability times the share labeled.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Three groups of 1,000; a quarter of the positives of each is labeled.
    let truth = array![0.1, 0.5, 1.0];
    let share = 0.25;
    let labeled = &truth * 1000.0 * share;

    // Train on labeled against unlabeled, one logit for each group.
    let target = &labeled / 1000.0;
    let mut logits = Array1::zeros(3);
    for _ in 0..20_000 {
        logits -= &binary_cross_entropy_with_logits_gradient(&logits, &target)?;
    }
    let fitted = sigmoid(&logits);
    // The mean over the labeled is the share only if they are positive for certain.
    let over_labeled = fitted.dot(&labeled) / labeled.sum();
    let largest = fitted[2];
    println!("true probability            {truth:.4}");
    println!("fitted                      {fitted:.4}");
    println!("divided by the share        {:.4}", &fitted / share);
    println!("share: true {share}, mean over the labeled {over_labeled:.4}, largest {largest:.4}");
    assert_abs_diff_eq!(&fitted / share, truth, epsilon = 1e-6);
    // ANCHOR_END: program
    assert!(fitted.iter().all(|&p| p < 0.5));
    Ok(())
}
