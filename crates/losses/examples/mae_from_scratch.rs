//! MAE with its checks, and its subgradient: the sign of the residual over n, between the slopes.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let targets = [3.0, -0.5, 2.0, 7.0];
    let predictions = [2.5, 0.0, 2.0, 8.0];

    println!("MAE {}", mae(&predictions, &targets));
    assert_eq!(mae(&predictions, &targets), 0.5);

    println!("\nresidual   subgradient   slope to the left   to the right");
    for (index, &slope) in subgradient(&predictions, &targets).iter().enumerate() {
        let moved = |step: f64| {
            let mut predictions = predictions;
            predictions[index] += step;
            mae(&predictions, &targets)
        };
        let left = (0.5 - moved(-1e-3)) / 1e-3;
        let right = (moved(1e-3) - 0.5) / 1e-3;
        let residual = predictions[index] - targets[index];
        println!("{residual:8.1} {slope:13.2} {left:19.2} {right:14.2}");
        assert_abs_diff_eq!(slope, (left + right) / 2.0, epsilon = 1e-9);
    }
    // ANCHOR_END: program

    let by_hand = Array1::from(subgradient(&predictions, &targets));
    let (predictions, targets) = (Array1::from_iter(predictions), Array1::from_iter(targets));
    assert_eq!(mean(&absolute_error(&predictions, &targets)?)?, 0.5);
    let by_library = absolute_error_gradient(&predictions, &targets)? / 4.0;
    assert_eq!(by_library, by_hand);
    Ok(())
}

// ANCHOR: answer
fn mae(predictions: &[f64], targets: &[f64]) -> f64 {
    assert_eq!(predictions.len(), targets.len(), "one target each");
    assert!(!targets.is_empty(), "the mean of nothing is not a number");
    let pairs = predictions.iter().zip(targets);
    pairs.map(|(p, t)| (p - t).abs()).sum::<f64>() / targets.len() as f64
}

fn subgradient(predictions: &[f64], targets: &[f64]) -> Vec<f64> {
    let sign = |r: f64| if r == 0.0 { 0.0 } else { r.signum() };
    let pairs = predictions.iter().zip(targets);
    pairs
        .map(|(p, t)| sign(p - t) / targets.len() as f64)
        .collect()
}
// ANCHOR_END: answer
