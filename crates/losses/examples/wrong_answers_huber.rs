//! The numbers that refute sentences about Huber loss.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

#[rustfmt::skip] // One claim a line.
fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let at = |r: f64, delta: f64| Ok(huber(&array![r], &array![0.0], delta)?[0]);
    let forms: [fn(f64) -> f64; 2] = [|r| r.abs() - 1.0, |r| r - 0.5];
    say("H1 Huber of 1.2, threshold 1", at(1.2, 1.0)?, 0.7);
    say("H1 of 1.2, all of δ subtracted", forms[0](1.2), 0.2);
    say("H2 Huber of -3, threshold 1", at(-3.0, 1.0)?, 2.5);
    say("H2 of -3, no absolute value", forms[1](-3.0), -3.5);
    let few = [1.0, 2.0, 3.0, 4.0, 100.0];
    say("H3 estimate, threshold 1,000", estimate(&few, 1000.0)?, 22.0);
    say("H3 estimate, threshold 0.01", estimate(&few, 0.01)?, 3.0);
    // PyTorch documents SmoothL1Loss(beta=2) as |r| − ½ β beyond β.
    say("H4 smooth L1 of 3, β = 2", 3.0 - 1.0, at(3.0, 2.0)? / 2.0);
    say("H4 Huber of 3, threshold 2", at(3.0, 2.0)?, 4.0);
    say("H4 Huber of 3, threshold 1/2", at(3.0, 0.5)?, 1.375);
    let bend = |r: f64| Ok((at(r + 1e-3, 1.0)? - 2.0 * at(r, 1.0)? + at(r - 1e-3, 1.0)?) / 1e-6);
    say("H5 curvature at 0.5", bend(0.5)?, 1.0);
    say("H5 curvature at 1.5 is 0, plus one", 1.0 + bend(1.5)?, 1.0);
    let uneven = [-100.0, 0.0, 0.0, 0.0, 0.0, 0.0, 10.0, 10.0];
    say("H6 mean of -100, five 0, two 10", uneven.iter().sum::<f64>() / 8.0, -10.0);
    say("H6 estimate, threshold 5; median 0", estimate(&uneven, 5.0)?, 1.0);
    say("H7 log-cosh of 1,000", 1000.0 + (-2000_f64).exp().ln_1p() - 2_f64.ln(), 999.306_853);
    say("H7 as typed, ln(cosh 1,000)", 1000_f64.cosh().ln(), f64::INFINITY);
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

/// Where the clipped residuals sum to 0, by bisection.
fn estimate(y: &[f64], delta: f64) -> Result<f64, LossError> {
    let y = Array1::from(y.to_vec());
    let (mut low, mut high) = (-200.0, 200.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        let pull = huber_gradient(&Array1::from_elem(y.len(), middle), &y, delta)?.sum();
        *(if pull < 0.0 { &mut low } else { &mut high }) = middle;
    }
    Ok(low)
}
