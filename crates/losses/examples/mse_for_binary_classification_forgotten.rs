//! Whoever forgets the slope of the sigmoid in the gradient of squared error trains with twice the gradient of cross-entropy.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let (logits, labels) = (array![-6.0, -1.0, 0.5, 4.0], array![1.0, 0.0, 1.0, 0.0]);
    let p = sigmoid(&logits);
    let forgotten = squared_error_gradient(&p, &labels)?;
    let right = &forgotten * &p * (1.0 - &p);
    let loss = |z: &Array1<f64>| squared_error(&sigmoid(z), &labels);
    let h = 1e-5;
    let difference = (loss(&(&logits + h))? - loss(&(&logits - h))?) / (2.0 * h);
    let twice = 2.0 * binary_cross_entropy_with_logits_gradient(&logits, &labels)?;
    println!("logit               {logits:8.4}");
    println!("label               {labels:8.4}");
    println!("2 (p − y)           {forgotten:8.4}");
    println!("2 (p − y) p (1 − p) {right:8.4}");
    println!("by differences      {difference:8.4}");
    println!("2 × cross-entropy's {twice:8.4}");
    assert_abs_diff_eq!(right, difference, epsilon = 1e-9);
    assert_relative_eq!(forgotten, twice, max_relative = 1e-12);
    // ANCHOR_END: program
    Ok(())
}
