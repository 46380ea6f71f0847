//! Cross-entropy over a large vocabulary needs its logits one block at a time only.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let (n_words, n_block, label) = (128_000, 8_000, 77_777);
    let spread = |word: usize| 20.0 * (word as f64 * 0.618_033_988_749_895).fract();
    let logits = Array2::from_shape_fn((1, n_words), |(_, word)| spread(word));

    // Running maximum, and running sum of exponentials relative to it.
    let (mut max, mut sum) = (f64::NEG_INFINITY, 0.0);
    for block in logits.row(0).axis_chunks_iter(Axis(0), n_block) {
        let new_max = block.fold(max, |max, &logit| max.max(logit));
        sum *= (max - new_max).exp();
        sum += block.fold(0.0, |sum, &logit| sum + (logit - new_max).exp());
        max = new_max;
    }
    let loss = max + sum.ln() - logits[[0, label]];
    let at_once = softmax_cross_entropy(&logits, &array![label])?[0];
    assert_relative_eq!(loss, at_once, max_relative = 1e-12);
    println!(
        "loss at once {at_once:.6}, in {} blocks {loss:.6}",
        n_words / n_block
    );

    println!("8 texts of 4096 tokens in f32          GiB");
    let rows = [
        ("hidden states", 4096),
        ("all logits", n_words),
        ("one block", n_block),
    ];
    for (what, width) in rows {
        let gib = (8 * 4096 * width * 4) as f64 / 1024.0_f64.powi(3);
        println!("{what:<15} {width:7} each {gib:14.3}");
    }
    // ANCHOR_END: program
    Ok(())
}
