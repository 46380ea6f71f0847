//! The numbers that refute sentences about focal loss and perplexity.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

#[rustfmt::skip] // One claim a line.
fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let p = |z: f64| sigmoid(&array![z])[0];
    let focal = |z: f64| -(1.0 - p(z)).powi(2) * p(z).ln();
    say("C10 focal loss at p = 0.5, γ = 2", focal(0.0), 0.25 * 2_f64.ln());
    say("C10 focal weight at p = 0.95", (1.0 - 0.95_f64).powi(2), 0.0025);
    let slope = (focal(1e-5) - focal(-1e-5)) / 2e-5;
    // (1 − p)^γ (γ p ln p − (1 − p)) for label 1.
    say("C11 its slope in z there", slope, 0.25 * (0.5_f64.ln() - 0.5));
    say("C11 weight times the usual slope", 0.25 * -0.5, -0.125);
    let model: Array1<f64> = array![0.5, 0.25, 0.25];
    let own = -(&model * &model.ln()).sum();
    say("C12 exp of the model’s own entropy", own.exp(), 8_f64.sqrt());
    say("C12 perplexity, always the second", (-model[1].ln()).exp(), 4.0);
    say("C13 perplexity of p = 0.001, ten words", (-0.001_f64.ln()).exp(), 1000.0);
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
