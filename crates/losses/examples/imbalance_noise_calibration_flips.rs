//! Noisy labels move the fitted probability by a known line; forward correction inverts it.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Of the labels 1, 30 % became 0; of the labels 0, 10 % became 1.
    let noisy = |p: f64| 0.1 + 0.6 * p;
    let loss = |q: f64, label: f64| -(label * q.ln() + (1.0 - label) * (1.0 - q).ln());
    println!("true p   fitted to noise   by hand   forward   backward");
    for p in [0.1, 0.3, 0.6, 0.7, 0.9] {
        let seen = noisy(p);
        let plain = minimizer(|q| loss(q, seen));
        // Forward: the prediction passes through the same noise before the loss.
        let forward = minimizer(|q| loss(noisy(q), seen));
        // Backward: losses are mixed so that their mean under noise is the clean one.
        let backward = minimizer(|q| {
            let (one, zero) = (loss(q, 1.0), loss(q, 0.0));
            seen * (0.9 * one - 0.3 * zero) / 0.6 + (1.0 - seen) * (0.7 * zero - 0.1 * one) / 0.6
        });
        println!("{p:6.1} {plain:17.4} {seen:9.4} {forward:9.4} {backward:10.4}");
        assert_abs_diff_eq!(plain, seen, epsilon = 1e-6);
        assert_abs_diff_eq!(forward, p, epsilon = 1e-6);
        assert_abs_diff_eq!(backward, p, epsilon = 1e-6);
    }
    println!("noise says 0.5 where the truth is {:.4}", (0.5 - 0.1) / 0.6);
    println!("flips of 0.2 both ways: 0.5 stays {}", 0.2 + 0.6 * 0.5);
    // ANCHOR_END: program
    let axis = |name: &str| Axis::linear(name, 0.0..=1.0);
    let panel = Panel::new(axis("true probability"), axis("probability after noise"))
        .function("no noise", |p| p)
        .function("0.2 both ways", |p| 0.2 + 0.6 * p)
        .function("0.3 of ones, 0.1 of zeros", noisy)
        .horizontal_line("decision at 0.5", 0.5);
    let seen = "Three lines. Symmetric noise turns the diagonal around its middle; \
        asymmetric noise crosses one half at a true probability of two thirds.";
    let title = "What noise does to the probability of the label";
    let figure = Figure::new("imbalance_noise_calibration_flips", title, seen);
    Ok(figure.panel(panel).save()?)
}

/// The minimizer in (0, 1) of a function with one valley, by thirds.
fn minimizer(f: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (1e-9, 1.0 - 1e-9);
    for _ in 0..100 {
        let third = (high - low) / 3.0;
        match f(low + third) < f(high - third) {
            true => high -= third,
            false => low += third,
        }
    }
    low
}
