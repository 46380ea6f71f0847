//! The numbers that refute repairs of a logarithm of zero.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::half::f16;

#[rustfmt::skip] // One claim a line.
fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // 16-bit numbers have no literals.
    let small = f64::from(f16::from_f64(1e-9));
    say("B8 1e-9 in f16", small, 0.0);
    say("B8 1 - 1e-9 in f32", f64::from(1.0_f32 - 1e-9), 1.0);
    say("B8 cap of -ln(p + 1e-9)", -1e-9_f64.ln(), 20.723_266);
    let p = (-40_f64).exp() / (1.0 + (-40_f64).exp());
    say("B8 slope at -40 with 1e-9, label 1", -p * (1.0 - p) / (p + 1e-9), -4.2484e-9);
    let gradient = binary_cross_entropy_with_logits_gradient(&array![-40.0], &array![1.0])?[0];
    say("B8 slope at -40 from the logit", gradient, -1.0);
    let largest = |it: f64| it.ln();
    say("B9 exp overflows above, f16", largest(f64::from(f16::MAX)), 65_504_f64.ln());
    say("B9 exp overflows above, f32", largest(f64::from(f32::MAX)), 88.722_839);
    let row = [0.0_f32, -200.0];
    let naive = naive::log_softmax(&row)[1];
    say("C5 ln softmax of 0, -200 in f32", naive.into(), f64::NEG_INFINITY);
    say("C5 log-softmax of it", log_softmax(&array![[0.0, -200.0]])?[[0, 1]], -200.0);
    say("C6 ln(1 + 1e-7)", 1e-7_f64.ln_1p(), 1e-7);
    say("C6 -ln(0 + 1e-7)", -1e-7_f64.ln(), 16.118_096);
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
