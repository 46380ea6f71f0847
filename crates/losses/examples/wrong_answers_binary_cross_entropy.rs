//! The numbers that refute sentences about binary cross-entropy.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

#[rustfmt::skip] // One claim a line.
fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let loss = |z: f64, y: f64| Ok(binary_cross_entropy_with_logits(&array![z], &array![y])?[0]);
    let p = |z: f64| sigmoid(&array![z])[0];
    let brier = |p: f64| 0.3 * (1.0 - p).powi(2) + 0.7 * p.powi(2);
    say("B1 Brier beyond its least, p = 0.5", brier(0.5) - brier(0.3), 0.04);
    let bend = |z: f64| (p(z + 1e-3).powi(2) - 2.0 * p(z).powi(2) + p(z - 1e-3).powi(2)) / 1e-6;
    let by_hand = |s: f64| 2.0 * s * s * (1.0 - s) * (2.0 - 3.0 * s);
    say("B2 curvature at 0.6, label 0", bend(0.6), by_hand(p(0.6)));
    say("B2 curvature at 0.8, label 0", bend(0.8), by_hand(p(0.8)));
    say("B3 loss of -2, label 1", loss(-2.0, 1.0)?, 2.126_928);
    say("B3 with the extra term", 2.0 + 2_f64.exp().ln_1p(), 4.126_928);
    say("B4 -y ln p for y = -1, p = 0.1", 0.1_f64.ln(), -2.302_585);
    say("B5 separable, weight 10", loss(10.0, 1.0)?, (-10_f64).exp());
    say("B5 separable, weight 40", loss(40.0, 1.0)?, (-40_f64).exp());
    say("B6 curvature there, weight 1", p(1.0) * (1.0 - p(1.0)), 0.196_612);
    let gradient = binary_cross_entropy_with_logits_gradient(&array![-10.0], &array![1.0])?[0];
    say("B7 slope at -10, label 1", gradient, -0.999_955);
    let squared = 2.0 * gradient * p(-10.0) * (1.0 - p(-10.0));
    say("B7 slope of (p - 1)² there", squared, -9.079e-5);
    say("B10 log-likelihood of 2, label 1", -loss(2.0, 1.0)?, -0.126_928);
    say("B11 loss of 1,000, label 0", loss(1000.0, 0.0)?, 1000.0);
    let right = binary_cross_entropy(&array![0.51, 0.99], &array![1.0, 1.0])?;
    say("B12 right with p = 0.51", right[0], 0.673_345);
    say("B12 right with p = 0.99", right[1], 0.010_050);
    let entropy = -0.1 * 0.1_f64.ln() - 0.9 * 0.9_f64.ln();
    say("B13 loss of the base rate 0.1", entropy, 0.325_083);
    say("B13 loss of p = 0.5 there", loss(0.0, 1.0)?, 2_f64.ln());
    say("B14 base rate 0.1, weight 9", 9.0 * 0.1 / (9.0 * 0.1 + 0.9), 0.5);
    // ANCHOR_END: program
    Ok(())
}

/// What was computed, which is what it is by hand.
fn say(what: &str, value: f64, by_hand: f64) {
    let is_small = value != 0.0 && value.abs() < 1e-3;
    let digits = [format!("{value:.6}"), format!("{value:.4e}")];
    println!("{what:46}{:>14}", digits[usize::from(is_small)]);
    assert_relative_eq!(value, by_hand, max_relative = 1e-4, epsilon = 1e-20);
}
