//! Sigmoid, ln(1 + e^z), log-sum-exp and binary cross-entropy, as one writes them at the board.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

// ANCHOR: program
fn sigmoid(z: f64) -> f64 {
    // The exponent is never positive.
    let e = (-z.abs()).exp();
    let larger = 1.0 / (1.0 + e);
    if z >= 0.0 { larger } else { e * larger }
}
fn log_one_plus_exp(z: f64) -> f64 {
    z.max(0.0) + (-z.abs()).exp().ln_1p()
}
fn log_sum_exp(z: &[f64]) -> f64 {
    let top = z.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    // An infinite maximum would give ∞ − ∞.
    let shift = if top.is_finite() { top } else { 0.0 };
    shift + z.iter().map(|z| (z - shift).exp()).sum::<f64>().ln()
}
fn binary_cross_entropy(z: f64, y: f64) -> (f64, f64) {
    (log_one_plus_exp(z) - y * z, sigmoid(z) - y)
}
fn main() -> Result<(), LossError> {
    println!("logit   sigmoid  ln(1 + e^z)  loss of 0  loss of 1  slope of 1");
    for z in [-1000.0, -40.0, 0.0, 40.0, 1000.0] {
        let (p, soft) = (sigmoid(z), log_one_plus_exp(z));
        let [(zero, _), (one, slope)] = [0.0, 1.0].map(|y| binary_cross_entropy(z, y));
        println!("{z:5}{p:10.1e}{soft:13.4}{zero:11.4}{one:11.4}{slope:12.6}");
        check(z)?;
    }
    Ok(())
}
// ANCHOR_END: program

/// By hand: e^z far below 0, z far above, and symmetry.
fn check(z: f64) -> Result<(), LossError> {
    let by_hand = if z == 0.0 {
        2_f64.ln()
    } else {
        z.max(0.0) + (-z.abs()).exp()
    };
    assert_relative_eq!(
        log_one_plus_exp(z),
        by_hand,
        max_relative = 1e-15,
        epsilon = 0.0
    );
    assert_relative_eq!(sigmoid(z) + sigmoid(-z), 1.0);
    assert_eq!(log_sum_exp(&[z, z]), z + 2_f64.ln());
    assert_eq!(log_sum_exp(&[f64::NEG_INFINITY; 2]), f64::NEG_INFINITY);
    let (loss, slope) = binary_cross_entropy(z, 0.3);
    let (z, y) = (array![z], array![0.3]);
    assert_relative_eq!(loss, binary_cross_entropy_with_logits(&z, &y)?[0]);
    let book = binary_cross_entropy_with_logits_gradient(&z, &y)?;
    assert_relative_eq!(slope, book[0]);
    Ok(())
}
