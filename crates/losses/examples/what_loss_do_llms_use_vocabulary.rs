//! A model that knows nothing has the loss ln K and the perplexity K, and its logits fill K numbers for each token.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let tokens = 8_192;
    println!("vocabulary       K   ln K nats  log2 K bits  perplexity   logits in f32");
    for (name, k) in [
        ("monkey keys", 27_u32),
        ("GPT-2", 50_257),
        ("Llama 3", 128_256),
    ] {
        let nothing_learned = Array2::zeros((1, k as usize));
        let loss = softmax_cross_entropy(&nothing_learned, &array![7])?[0];
        let (choices, bits) = (loss.exp(), loss / 2_f64.ln());
        let gib = f64::from(tokens) * f64::from(k) * 4.0 / f64::from(1 << 30);
        println!("{name:<11} {k:>7} {loss:>11.4} {bits:>12.4} {choices:>11.0} {gib:>11.4} GiB");
        // By hand: each of K tokens has the same share, of one whole.
        let surprise = -(1.0 / f64::from(k)).ln();
        assert_relative_eq!(loss, surprise, max_relative = 1e-12);
    }
    println!("logits: {tokens} tokens × K × 4 bytes, the same again for their gradient");
    // ANCHOR_END: program
    Ok(())
}
