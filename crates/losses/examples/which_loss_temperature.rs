//! Dividing the logits by a temperature mends probabilities and changes no decision; hinge has none to mend.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Held-out examples whose label is 1 with these chances; the logits are 3 times too large.
    let chances = array![0.55, 0.6, 0.7, 0.8, 0.9, 0.95];
    let logits = chances.map(|p: &f64| 3.0 * (p / (1.0 - p)).ln());
    let scored = |logits: &Array1<f64>| -> Result<Array1<f64>, LossError> {
        let positive = binary_cross_entropy_with_logits(logits, &Array1::ones(6))?;
        let negative = binary_cross_entropy_with_logits(logits, &Array1::zeros(6))?;
        Ok(&chances * positive + (1.0 - &chances) * negative)
    };
    let mut best = (f64::INFINITY, 0.0);
    for temperature in Array1::linspace(0.5, 6.0, 551) {
        let loss = mean(&scored(&(&logits / temperature))?)?;
        if loss < best.0 {
            best = (loss, temperature);
        }
    }
    println!("temperature   log loss   mean confidence   accuracy");
    for temperature in [1.0, best.1] {
        let cooled = &logits / temperature;
        let (loss, confidence) = (mean(&scored(&cooled)?)?, mean(&sigmoid(&cooled))?);
        // All logits are positive, so the decision is always 1.
        let accuracy = mean(&chances)?;
        println!("{temperature:11.2} {loss:10.4} {confidence:17.4} {accuracy:10.4}");
    }
    // ANCHOR_END: program
    let entropy = chances.map(|p: &f64| -p * p.ln() - (1.0 - p) * (1.0 - p).ln());
    assert_abs_diff_eq!(best.1, 3.0, epsilon = 0.005);
    assert_abs_diff_eq!(best.0, mean(&entropy)?, epsilon = 1e-6);
    Ok(())
}
