//! Perplexity is the exponential of the mean loss, in any unit: the inverse of
//! the geometric mean of the probabilities.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let sentences = [
        ("1/2, 1/4, 1/8, 1/2", array![0.5, 0.25, 0.125, 0.5]),
        ("all 1/27", Array1::from_elem(50, 1.0 / 27.0)),
        ("0.9, 0.9, 0.9, 0.001", array![0.9, 0.9, 0.9, 0.001]),
    ];
    println!("probability of each token     nats      bits   perplexity");
    for (name, probabilities) in sentences {
        // Two logits whose softmax gives the token its probability.
        let logits = Array2::from_shape_fn((probabilities.len(), 2), |(token, class)| {
            let probability: f64 = probabilities[token];
            [probability.ln(), (1.0 - probability).ln()][class]
        });
        let labels = Array1::zeros(probabilities.len());
        let nats = mean(&softmax_cross_entropy(&logits, &labels)?)?;
        let bits = nats / 2.0_f64.ln();
        let perplexity = nats.exp();
        println!("{name:<22} {nats:11.6} {bits:9.4} {perplexity:12.4}");

        let likelihood = probabilities.product();
        let n_tokens = probabilities.len() as f64;
        let geometric_mean = likelihood.powf(1.0 / n_tokens);
        assert_relative_eq!(perplexity, 1.0 / geometric_mean, max_relative = 1e-12);
        assert_relative_eq!(bits, -likelihood.log2() / n_tokens, max_relative = 1e-12);
    }
    // ANCHOR_END: program
    Ok(())
}
