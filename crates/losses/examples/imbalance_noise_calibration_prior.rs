//! Weights, adjusted logits and a correction afterward have one minimizer for the balanced error, and very different slopes.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Shares of the classes, and the true probabilities of one input.
    let prior = array![[0.9, 0.09, 0.01]];
    let truth = array![[0.7, 0.24, 0.06]];
    let (log_prior, weighted) = (prior.ln(), &truth / &prior);
    let [mut plain, mut weights, mut adjusted] = [(); 3].map(|()| Array2::zeros((1, 3)));
    let p = |logits: &Array2<f64>| softmax(logits, 1.0);
    for _ in 0..20_000 {
        plain -= &(p(&plain)? - &truth);
        weights -= &(0.1 * (p(&weights)? * weighted.sum() - &weighted));
        adjusted -= &(p(&(&adjusted + &log_prior))? - &truth);
    }
    let afterward = p(&(&plain - &log_prior))?;
    let (weights, adjusted) = (p(&weights)?, p(&adjusted)?);
    println!("training               the three classes");
    println!("plain                  {:.4}", p(&plain)?.row(0));
    println!("plain, prior taken off {:.4}", afterward.row(0));
    println!("weights 1/prior        {:.4}", weights.row(0));
    println!("logits plus ln prior   {:.4}", adjusted.row(0));
    // The slope of one rare example in its own logit, before training.
    let own = |z: &Array2<f64>| softmax_cross_entropy_gradient(z, &array![2]);
    let (even, tilted) = (
        own(&Array2::zeros((1, 3)))?[[0, 2]],
        own(&log_prior)?[[0, 2]],
    );
    println!("first slope of a rare example: plain {even:.4},");
    println!("weighted {:.4}, adjusted {tilted:.4}", even / prior[[0, 2]]);
    // ANCHOR_END: program
    let by_bayes = &weighted / weighted.sum();
    for fit in [afterward, weights, adjusted] {
        assert_relative_eq!(fit, by_bayes, max_relative = 1e-6);
    }
    Ok(())
}
