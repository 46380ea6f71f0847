//! Fine-tuning counts the response only, and its first token is predicted at the last position of the prompt.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Mean loss of the tokens after the first `n_prompt`.
fn response_loss(
    logits: &Array2<f64>,
    tokens: &[usize],
    n_prompt: usize,
) -> Result<f64, LossError> {
    // Row t answers what token t + 1 is, so the response begins one row early.
    let rows = logits.slice_axis(Axis(0), Slice::from(n_prompt - 1..tokens.len() - 1));
    let labels = Array1::from(tokens[n_prompt..].to_vec());
    mean(&softmax_cross_entropy(&rows, &labels)?)
}

fn main() -> Result<(), LossError> {
    let tokens = [0, 1, 2, 3, 1];
    let logits = Array2::from_shape_fn((5, 4), |(t, k)| ((3 * t + 5 * k) % 7) as f64);
    let loss = response_loss(&logits, &tokens, 3)?;
    println!("prompt of 3, response of 2: {loss:.4} nats");

    println!("changed row  loss changes");
    for row in 0..5 {
        let mut changed = logits.clone();
        changed[[row, 0]] += 1.0;
        println!("{row:<12} {}", response_loss(&changed, &tokens, 3)? != loss);
    }
    // ANCHOR_END: program

    // Token 3 of the text is predicted by row 2, token 4 by row 3; worked without a library.
    let surprise = |row: usize, token: usize| {
        let z = logits.row(row).mapv(f64::exp).sum();
        z.ln() - logits[[row, token]]
    };
    let by_hand = (surprise(2, 3) + surprise(3, 1)) / 2.0;
    assert_relative_eq!(loss, by_hand, max_relative = 1e-12);
    Ok(())
}
