//! Over which tokens the mean is taken decides what is reported and trained.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Sentences of six and of two tokens, the second one padded to six: the
    // probability of the right token, and of the padding where there is none.
    let probabilities = array![
        [0.5, 0.25, 0.5, 0.125, 0.25, 0.5],
        [0.125, 0.25, 0.999, 0.999, 0.999, 0.999]
    ];
    let is_token = array![[1, 1, 1, 1, 1, 1], [1, 1, 0, 0, 0, 0]].mapv(f64::from);
    let losses = -probabilities.ln();

    let masked = &losses * &is_token;
    let per_token = masked.sum() / is_token.sum();
    let of_sentences = masked.sum_axis(Axis(1)) / is_token.sum_axis(Axis(1));
    let per_sentence = mean(&of_sentences)?;
    let padding_counted = mean(&losses)?;

    println!("mean over              nats   perplexity");
    let means = [
        ("positions", padding_counted),
        ("tokens", per_token),
        ("sentences", per_sentence),
    ];
    for (name, loss) in means {
        println!("{name:<12} {loss:14.6} {:12.4}", loss.exp());
    }
    // By hand, in bits: 1 + 2 + 1 + 3 + 2 + 1 and 3 + 2.
    let bit = 2.0_f64.ln();
    assert_relative_eq!(per_token, 15.0 / 8.0 * bit);
    assert_relative_eq!(per_sentence, (10.0 / 6.0 + 5.0 / 2.0) / 2.0 * bit);
    // ANCHOR_END: program
    Ok(())
}
