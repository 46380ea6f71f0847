//! Focal loss fades easy examples, and its minimizer is not the true probability.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Focal loss of logits for label 1; for label 0 turn the sign of the logits.
fn focal(logits: &Array1<f64>, gamma: f64) -> Array1<f64> {
    sigmoid(&-logits).powf(gamma) * softplus(&-logits)
}

/// The probability with the least expected focal loss, among 20,001 logits.
fn minimizer(truth: f64, gamma: f64) -> f64 {
    let logits = Array1::linspace(-10.0, 10.0, 20_001);
    let expected = truth * focal(&logits, gamma) + (1.0 - truth) * focal(&-&logits, gamma);
    let least = expected
        .into_iter()
        .zip(logits)
        .reduce(|a, b| if a < b { a } else { b });
    least.map_or(f64::NAN, |(_, logit)| sigmoid(&array![logit])[0])
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("p_t = 0.95, γ = 2: weight {:.4}", 0.05_f64.powi(2));
    println!("true p   γ = 0    γ = 2    γ = 5    recovered from γ = 2");
    for truth in [0.01, 0.1, 0.3, 0.5, 0.9, 0.99] {
        let [zero, two, five] = [0.0, 2.0, 5.0].map(|gamma| minimizer(truth, gamma));
        let back = recovered(two, 2.0);
        println!("{truth:6} {zero:8.4} {two:8.4} {five:8.4} {back:11.4}");
        assert_abs_diff_eq!(zero, truth, epsilon = 2e-4);
        assert_abs_diff_eq!(back, truth, epsilon = 5e-4);
    }
    // ANCHOR_END: program
    let loss = focal(&array![19_f64.ln()], 2.0)[0];
    assert_relative_eq!(loss, -0.0025 * 0.95_f64.ln(), epsilon = 1e-15);

    let axis = |name: &str| Axis::linear(name, 0.0..=1.0);
    let minimizers = || (1..500).map(|it| f64::from(it) / 500.0);
    let curve = |gamma: f64| minimizers().map(move |it| (recovered(it, gamma), it));
    let panel = Panel::new(axis("true probability"), axis("minimizer"))
        .line("γ = 0", curve(0.0))
        .line("γ = 2", curve(2.0))
        .line("γ = 5", curve(5.0));
    let description = "A diagonal for γ = 0; the others cross it at one half and are flatter.";
    let title = "Fitted over true probability";
    let figure = Figure::new("which_loss_focal", title, description);
    Ok(figure.panel(panel).save()?)
}

/// Where the derivative of the expected loss is zero, solved for the truth.
fn recovered(p: f64, gamma: f64) -> f64 {
    // Minus the derivative of (1 − p)^γ (−ln p).
    let pull = |p: f64| (1.0 - p).powf(gamma) / p - gamma * (1.0 - p).powf(gamma - 1.0) * p.ln();
    pull(1.0 - p) / (pull(p) + pull(1.0 - p))
}
