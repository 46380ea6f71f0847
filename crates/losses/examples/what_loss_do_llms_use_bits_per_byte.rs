//! One text, one probability, two tokenizers: perplexity changes with the tokenizer, bits per byte do not.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let text = "the cat sat on the mat";
    let bits_of_text = 44.0;

    println!("tokens      count  bits per token  perplexity  bits per byte");
    for (name, n_tokens) in [
        ("words", text.split(' ').count()),
        ("characters", text.chars().count()),
    ] {
        // Whatever the cut, the losses of the tokens sum to the bits of the text.
        let per_token = bits_of_text / n_tokens as f64;
        let nats = Array1::from_elem(n_tokens, per_token * 2_f64.ln());
        let perplexity = mean(&nats)?.exp();
        let per_byte = sum(&nats) / 2_f64.ln() / text.len() as f64;
        println!("{name:<11} {n_tokens:>5} {per_token:>15.4} {perplexity:>11.2} {per_byte:>13.2}");

        // The way back: perplexity to the power of the tokens is 1 / P(text).
        let p_of_text = perplexity.powi(-(n_tokens as i32));
        assert_relative_eq!(p_of_text, 2_f64.powf(-bits_of_text), max_relative = 1e-9);
        assert_relative_eq!(per_byte, bits_of_text / 22.0, max_relative = 1e-12);
    }
    // ANCHOR_END: program
    Ok(())
}
