//! Maximum likelihood gives a class without examples probability zero.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let counts = array![[7.0, 2.0, 1.0, 0.0]];
    let seen = counts.mapv(|count| count / 10.0);
    println!("added to     mean loss of      loss of the first example");
    println!("each count   the ten seen      of the fourth class");
    for added in [0.0, 0.01, 0.1, 1.0] {
        let probabilities = (&counts + added) / (10.0 + 4.0 * added);
        let logits = probabilities.ln();
        let loss_seen = softmax_cross_entropy_with_probabilities(&logits, &seen)?[0];
        let loss_unseen = softmax_cross_entropy(&logits, &array![3])?[0];
        println!("{added:10} {loss_seen:14.6} {loss_unseen:17.6}");

        // By hand: the fourth class has `added` of all counts.
        let by_hand: f64 = ((10.0 + 4.0 * added) / added).ln();
        assert!(loss_unseen == by_hand || (loss_unseen - by_hand).abs() < 1e-12);
    }
    // ANCHOR_END: program
    Ok(())
}
