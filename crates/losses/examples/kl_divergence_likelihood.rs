//! Negative log-likelihood, cross-entropy and forward divergence have one minimizer.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let labels = array![0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3];
    let frequencies = array![[0.50, 0.30, 0.15, 0.05]];
    let entropy = -frequencies.fold(0.0, |sum, &p: &f64| sum + p * p.ln());

    // One row of logits, shared by all examples, trained on the labels alone.
    let mut logits = array![[0.0, 0.0, 0.0, 0.0]];
    println!("step   mean −ln q(label)   KL(frequencies ‖ q)   difference");
    for step in 0..=200 {
        let rows = logits.broadcast((20, 4)).ok_or("one row per label")?;
        let likelihood = mean(&softmax_cross_entropy(&rows, &labels)?)?;
        let divergence = kl_divergence(&frequencies, &softmax(&logits, 1.0)?)?[0];
        if [0, 5, 20, 200].contains(&step) {
            let difference = likelihood - divergence;
            println!("{step:>4} {likelihood:15.6} {divergence:21.6} {difference:16.6}");
        }
        assert_abs_diff_eq!(likelihood, entropy + divergence, epsilon = 1e-12);
        let gradient = softmax_cross_entropy_gradient(&rows, &labels)?;
        logits -= &gradient.mean_axis(Axis(0)).ok_or("no labels")?;
    }
    let fitted = softmax(&logits, 1.0)?;
    println!("\nentropy of the frequencies   {entropy:.6}");
    println!("fitted probabilities         {:.4}", fitted.row(0));
    assert_abs_diff_eq!(fitted, frequencies, epsilon = 1e-6);
    // ANCHOR_END: program
    Ok(())
}
