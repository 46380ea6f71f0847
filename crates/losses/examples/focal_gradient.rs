//! The focal gradient fades easy examples and, for moderately hard ones, exceeds that of cross-entropy.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let plain = |gamma| Focal { gamma, alpha: None };
    println!("label 1, γ = 2                     gradient in the logit");
    println!(
        "{:>6} {:>12} {:>11} {:>10} {:>14} {:>9}",
        "p_t", "(1 − p_t)²", "loss", "focal", "cross-entropy", "ratio"
    );
    for p in [0.01, 0.1, 0.5, 0.9, 0.95, 0.99_f64] {
        let (z, y) = (array![(p / (1.0 - p)).ln()], array![1.0]);
        let loss = focal_with_logits(&z, &y, plain(2.0))?[0];
        let focal = focal_with_logits_gradient(&z, &y, plain(2.0))?[0];
        let entropy = binary_cross_entropy_with_logits_gradient(&z, &y)?[0];
        let ratio = focal / entropy;
        println!(
            "{p:6} {:12.4} {loss:11.6} {focal:10.6} {entropy:14.4} {ratio:9.4}",
            (1.0 - p).powi(2)
        );

        // Two values of the loss next to it, from the definition in p.
        let by_definition = |z: f64| {
            let p = 1.0 / (1.0 + (-z).exp());
            -(1.0 - p).powi(2) * p.ln()
        };
        let slope = (by_definition(z[0] + 1e-5) - by_definition(z[0] - 1e-5)) / 2e-5;
        assert_abs_diff_eq!(focal, slope, epsilon = 1e-9);
    }
    // ANCHOR_END: program

    let axis = Axis::linear("logit of the label", -5.0..=5.0);
    let size = move |z: f64, gamma| {
        let gradient = focal_with_logits_gradient(&array![z], &array![1.0], plain(gamma));
        gradient.map_or(f64::NAN, |it| it[0].abs())
    };
    let panel = Panel::new(axis, Axis::linear("size of the gradient", 0.0..=1.5))
        .function("γ = 0, cross-entropy", move |z| size(z, 0.0))
        .function("γ = 1", move |z| size(z, 1.0))
        .function("γ = 2", move |z| size(z, 2.0))
        .function("γ = 5", move |z| size(z, 5.0));
    let title = "Size of the focal gradient";
    let text = "Four curves that start near 1 at the left and fall to 0 at the right; \
                a larger γ falls earlier, after a hump above 1.";
    let figure = Figure::new("focal_gradient", title, text);
    Ok(figure.panel(panel).save()?)
}
