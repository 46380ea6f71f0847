//! The mean over response tokens, over sequences and over all positions are three different losses of one batch.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Bits of each token in two sequences: a prompt of 2, a response, then padding.
    let losses = array![
        [9.0, 9.0, 3.0, 3.0, 7.0, 7.0, 7.0, 7.0],
        [9.0, 9.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0],
    ];
    // Only responses count; −100 marks the labels of what is to be ignored.
    let labels = array![
        [-100, -100, 17, 42, -100, -100, -100, -100],
        [-100, -100, 17, 42, 8, 5, 31, 2],
    ];
    let counts = labels.mapv(|label| if label == -100 { 0.0 } else { 1.0 });
    let counted = &losses * &counts;

    let over_tokens = sum(&counted) / sum(&counts);
    let over_sequences = mean(&(counted.sum_axis(Axis(1)) / counts.sum_axis(Axis(1))))?;
    println!(
        "labels that are not -100      {} of {}",
        sum(&counts),
        counts.len()
    );
    println!("mean over response tokens     {over_tokens:.4} bits");
    println!("mean of the sequences' means  {over_sequences:.4} bits");
    println!("masked, divided by all 16     {:.4} bits", mean(&counted)?);
    println!("without a mask                {:.4} bits", mean(&losses)?);
    let [by_token, by_sequence] = [100.0 / 8.0, 100.0 / 2.0 / 2.0];
    println!("a token of the short response weighs {by_token:.1} % or {by_sequence:.1} %");

    // By hand: 2 tokens at 3 bits and 6 at 1, weighted as each mean weights them.
    assert_eq!(over_tokens, (2.0 * 3.0 + 6.0 * 1.0) / 8.0);
    assert_eq!(over_sequences, (3.0 + 1.0) / 2.0);
    // ANCHOR_END: program
    Ok(())
}
