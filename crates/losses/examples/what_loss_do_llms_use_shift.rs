//! Shifted by one, the loss stops at the entropy of the next token; without the shift it falls to zero and nothing is learned.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // "the cat sat . the cat . the mat . the cat sat ."
    let text = [0, 1, 2, 4, 0, 1, 4, 0, 3, 4, 0, 1, 2, 4];
    let (inputs, next) = (&text[..13], &text[1..]);
    // "cat" follows "the" 3 times of 4, "sat" follows "cat" 2 of 3; all else is certain.
    let entropy = |p: f64| -p * p.ln() - (1.0 - p) * (1.0 - p).ln();
    let floor = (4.0 * entropy(3.0 / 4.0) + 3.0 * entropy(2.0 / 3.0)) / 13.0;
    println!("labels          first loss  last loss  floor");
    for (name, labels, floor) in [
        ("the next token", next, floor),
        ("the same token", inputs, 0.0),
    ] {
        let labels = Array1::from(labels.to_vec());
        // The smallest language model: for each token a row of logits for the next.
        let mut table = Array2::zeros((5, 5));
        let mut losses = Vec::new();
        for _ in 0..2000 {
            let logits = table.select(Axis(0), inputs);
            losses.push(mean(&softmax_cross_entropy(&logits, &labels)?)?);
            let gradient = softmax_cross_entropy_gradient(&logits, &labels)?;
            for (row, &token) in gradient.rows().into_iter().zip(inputs) {
                table.row_mut(token).scaled_add(-1.0, &row);
            }
        }
        println!(
            "{name:<15} {:<11.4} {:<10.4} {floor:.4}",
            losses[0], losses[1999]
        );
        assert_relative_eq!(losses[0], 5_f64.ln());
        assert_abs_diff_eq!(losses[1999], floor, epsilon = 1e-3);
    }
    // ANCHOR_END: program
    Ok(())
}
