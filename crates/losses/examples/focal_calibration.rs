//! Focal loss fits timid probabilities, and a known map takes them back to the true ones.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// The true probability that has `fitted` as its focal minimizer: the two pulls balance.
fn recovered(fitted: f64, focal: Focal) -> Result<f64, LossError> {
    let logits = Array1::from_elem(2, (fitted / (1.0 - fitted)).ln());
    let pulls = focal_with_logits_gradient(&logits, &array![0.0, 1.0], focal)?;
    Ok(pulls[0] / (pulls[0] - pulls[1]))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("true p     γ = 1    γ = 2    γ = 2, α = 0.25   back to p");
    let weighted = Focal {
        gamma: 2.0,
        alpha: Some(0.25),
    };
    let plain = |gamma| Focal { gamma, alpha: None };
    for truth in [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99] {
        let one = minimizer(truth, plain(1.0));
        let [two, both] = [plain(2.0), weighted].map(|it| minimizer(truth, it));
        let back = recovered(both, weighted)?;
        println!("{truth:6} {one:9.4} {two:8.4} {both:13.4} {back:16.4}");
        assert_abs_diff_eq!(back, truth, epsilon = 1e-6);
        assert_abs_diff_eq!(minimizer(truth, plain(0.0)), truth, epsilon = 1e-6);
    }
    // ANCHOR_END: program
    let axis = |name: &str| Axis::linear(name, 0.0..=1.0);
    let fitted = || (1..500).map(|it| f64::from(it) / 500.0);
    let curve = |focal| fitted().map(move |it| (recovered(it, focal).unwrap_or(f64::NAN), it));
    let panel = Panel::new(axis("true probability"), axis("fitted probability"))
        .line("γ = 0", curve(plain(0.0)))
        .line("γ = 2", curve(plain(2.0)))
        .line("γ = 2, α = 0.25", curve(weighted));
    let title = "What focal loss fits";
    let text = "The diagonal for γ = 0; a flatter curve through one half for γ = 2; \
                with α = 0.25 the same curve lower.";
    let figure = Figure::new("focal_calibration", title, text);
    Ok(figure.panel(panel).save()?)
}

/// The probability of least expected loss, by golden-section search over the logit.
fn minimizer(truth: f64, focal: Focal) -> f64 {
    let expected = |z: f64| {
        let losses = focal_with_logits(&array![z, z], &array![0.0, 1.0], focal);
        losses.map_or(f64::NAN, |it| it.dot(&array![1.0 - truth, truth]))
    };
    let (mut low, mut high) = (-12.0, 12.0);
    while high - low > 1e-9 {
        let [left, right] = [0.382, 0.618].map(|share| low + share * (high - low));
        let falls = expected(left) >= expected(right);
        (low, high) = if falls { (left, high) } else { (low, right) };
    }
    sigmoid(&array![low])[0]
}
