//! The loss of a language model is categorical cross-entropy at every position, against the token that comes next.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let vocabulary = ["the", "cat", "sat", "mat", "."];
    // One text is both input and labels: the label of a position is the token after it.
    let text = [0, 1, 2, 4];
    let labels = Array1::from(text[1..].to_vec());
    // What the model answers to "the", to "the cat" and to "the cat sat".
    let logits = array![
        [-1.0, 2.0, 0.0, 1.5, -2.0],
        [-1.0, -0.5, 2.5, -1.0, 0.5],
        [0.5, -1.0, -2.0, -0.5, 2.0],
    ];
    let losses = softmax_cross_entropy(&logits, &labels)?;
    println!("after   next   probability    nats    bits");
    for (position, (&label, &nats)) in labels.iter().zip(&losses).enumerate() {
        let [after, next] = [text[position], label].map(|token| vocabulary[token]);
        let (p, bits) = ((-nats).exp(), nats / 2_f64.ln());
        println!("{after:<7} {next:<6} {p:>11.4} {nats:>7.4} {bits:>7.4}");
    }
    let (loss, perplexity) = (mean(&losses)?, mean(&losses)?.exp());
    println!("mean {loss:.4} nats, perplexity {perplexity:.4}");

    // The chain rule: the probability of the text is the product over its tokens.
    let p = softmax(&logits, 1.0)?;
    let p_of_text: f64 = p[[0, 1]] * p[[1, 2]] * p[[2, 4]];
    assert_relative_eq!(sum(&losses), -p_of_text.ln(), max_relative = 1e-12);
    assert_relative_eq!(perplexity, 1.0 / p_of_text.cbrt(), max_relative = 1e-12);
    // ANCHOR_END: program
    Ok(())
}
