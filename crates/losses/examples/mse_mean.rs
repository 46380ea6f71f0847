//! Squared error is least at the mean, absolute error at the median, 0–1 loss at the mode.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let outcomes = [(0.0, 0.1), (5.0, 0.5), (10.0, 0.4)]; // with their probabilities
    let predictions = Array1::linspace(0.0, 10.0, 101);
    let [mut squared, mut absolute, mut missed] = [0, 1, 2].map(|_| Array1::<f64>::zeros(101));
    for (outcome, probability) in outcomes {
        let targets = Array1::from_elem(101, outcome);
        squared += &(probability * squared_error(&predictions, &targets)?);
        absolute += &(probability * absolute_error(&predictions, &targets)?);
        missed += &(&predictions - &targets).mapv(|r| if r == 0.0 { 0.0 } else { probability });
    }

    let expectation = 0.1 * 0.0 + 0.5 * 5.0 + 0.4 * 10.0;
    for (name, losses, by_hand) in [
        ("squared error", &squared, expectation),
        ("absolute error", &absolute, 5.0), // at most half the probability on each side
        ("0–1 loss", &missed, 5.0),         // the most probable outcome
    ] {
        let tried = predictions.iter().zip(losses);
        let best = tried.min_by(|(_, a), (_, b)| a.total_cmp(b));
        let (&best, least) = best.ok_or("nothing was tried")?;
        println!("expected {name:<14}   best prediction {best:3.1}   value {least:6.2}");
        assert_relative_eq!(best, by_hand);
    }
    let variance = 0.1 * 6.5 * 6.5 + 0.5 * 1.5 * 1.5 + 0.4 * 3.5 * 3.5;
    let split = (&predictions - 6.5).mapv(|bias| variance + bias * bias);
    assert_abs_diff_eq!(squared, split, epsilon = 1e-12);
    // ANCHOR_END: program
    Ok(())
}
