//! The loss reads one probability, and its gradient p − y reaches every logit of the vocabulary.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let vocabulary = ["the", "cat", "sat", "mat", "."];
    let (logits, next) = (array![[-1.0, 2.0, 0.0, 1.5, -2.0]], array![1]);

    let probabilities = softmax(&logits, 1.0)?;
    let gradient = softmax_cross_entropy_gradient(&logits, &next)?;

    println!("token  probability  gradient");
    for (token, name) in vocabulary.iter().enumerate() {
        let (p, slope) = (probabilities[[0, token]], gradient[[0, token]]);
        println!("{name:<6} {p:>11.4} {slope:>9.4}");

        // Move this logit alone and measure: every one of them changes the loss.
        let loss_at = |step: f64| -> Result<f64, LossError> {
            let mut moved = logits.clone();
            moved[[0, token]] += step;
            Ok(softmax_cross_entropy(&moved, &next)?[0])
        };
        let walked = (loss_at(1e-5)? - loss_at(-1e-5)?) / 2e-5;
        assert_relative_eq!(slope, walked, max_relative = 1e-6);
    }
    assert_abs_diff_eq!(gradient.sum(), 0.0, epsilon = 1e-12);
    // ANCHOR_END: program

    Figure::new(
        "what_loss_do_llms_use_gradient",
        "Probabilities after the word “the” and the gradient of the loss, next token “cat”",
        "Two bars for each of five tokens. The gradient equals the probability for all tokens but \
         “cat”, where the probability is 0.55 and the gradient −0.45.",
    )
    .panel(
        Panel::new(
            Axis::categories("token", vocabulary),
            Axis::linear("probability, gradient", -0.6..=0.6),
        )
        .bars("probability p", probabilities.row(0).to_vec())
        .bars("gradient p − y", gradient.row(0).to_vec()),
    )
    .save()?;
    Ok(())
}
