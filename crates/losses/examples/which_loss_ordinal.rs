//! The slope of the cumulative-logit loss is the probability above the label less that below it.

extern crate losses;

use losses::prelude::*;

const THRESHOLDS: [f64; 4] = [-2.0, -1.0, 0.5, 2.0];

// ANCHOR: loss
/// P(y > k) for k = 0, …, 5: one score, four thresholds in order.
fn above(score: f64) -> Array1<f64> {
    let inner = sigmoid(&(score - Array1::from(THRESHOLDS.to_vec())));
    Array1::from_iter([1.0].into_iter().chain(inner).chain([0.0]))
}

/// −ln P(y), and the sum of the cross-entropies of the questions "above k?".
fn losses_of(score: f64, label: usize) -> Result<(f64, f64), LossError> {
    let above = above(score);
    let logits = score - Array1::from(THRESHOLDS.to_vec());
    let answers = Array1::from_shape_fn(4, |k| f64::from(u8::from(label > k + 1)));
    let asked = binary_cross_entropy_with_logits(&logits, &answers)?.sum();
    Ok((-(above[label - 1] - above[label]).ln(), asked))
}
// ANCHOR_END: loss

// ANCHOR: program
fn main() -> Result<(), LossError> {
    println!("stars   probability   −ln P    slope   four questions    slope");
    for label in 1..=5 {
        let p = above(0.3);
        // P(y > label) − P(y < label)
        let slope = p[label] - (1.0 - p[label - 1]);
        let pull: f64 = (1..5).map(|k| p[k] - f64::from(u8::from(label > k))).sum();
        let (loss, asked) = losses_of(0.3, label)?;
        let probability = (-loss).exp();
        println!("{label:5} {probability:13.4} {loss:7.4} {slope:8.4} {asked:16.4} {pull:8.4}");
        compare(label, slope, pull)?;
    }
    // Free sigmoids, each with a score of its own, may contradict each other.
    let free = sigmoid(&array![2.0, 0.0, 1.0, -1.0]);
    println!("free sigmoids, above 1 to 4: {free:.4}");
    println!("their probability of 3 stars: {:.4}", free[1] - free[2]);
    Ok(())
}
// ANCHOR_END: program

/// Both slopes against differences of the losses.
fn compare(label: usize, slope: f64, pull: f64) -> Result<(), LossError> {
    let h = 1e-5;
    let (up, down) = (losses_of(0.3 + h, label)?, losses_of(0.3 - h, label)?);
    assert_abs_diff_eq!(slope, (up.0 - down.0) / (2.0 * h), epsilon = 1e-8);
    assert_abs_diff_eq!(pull, (up.1 - down.1) / (2.0 * h), epsilon = 1e-8);
    Ok(())
}
