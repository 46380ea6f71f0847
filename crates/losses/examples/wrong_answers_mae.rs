//! The numbers that refute sentences about absolute error and quantiles.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

#[rustfmt::skip] // One claim a line.
fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let y = array![1.0, 2.0, 3.0, 4.0, 100.0];
    let mut center = 50.0;
    for step in 1..100_000 {
        let prediction = Array1::from_elem(5, center);
        let slope = absolute_error_gradient(&prediction, &y)?.sum();
        center -= 10.0 * slope / f64::from(step);
    }
    say("A1 median by subgradient steps", center, 3.0);
    let slope = ((0.5_f64 + 1e-6).abs() - (0.5_f64 - 1e-6).abs()) / 2e-6;
    say("A2 slope at a residual of 0.5", slope, 1.0);
    let pinball = |q: f64, under: f64| f64::max(q * under, (q - 1.0) * under);
    say("A3 pinball at 0.5 of an error of 2", pinball(0.5, 2.0), 1.0);
    say("A4 pinball at 0.1, too low by 2", pinball(0.1, 2.0), 0.2);
    say("A4 pinball at 0.1, too high by 2", pinball(0.1, -2.0), 1.8);
    let even = array![1.0, 2.0, 3.0, 4.0];
    let mae = |c: f64| mean(&absolute_error(&Array1::from_elem(4, c), &even)?);
    say("A5 MAE of 2 for 1, 2, 3, 4", mae(2.0)?, 1.0);
    say("A5 MAE of 3 for 1, 2, 3, 4", mae(3.0)?, 1.0);
    let sparse = array![0.0, 0.0, 0.0, 0.0, 10.0];
    let mae = |c: f64| mean(&absolute_error(&Array1::from_elem(5, c), &sparse)?);
    say("A6 MAE of 0 for four 0 and one 10", mae(0.0)?, 2.0);
    say("A6 MAE of their mean, 2", mae(2.0)?, 3.2);
    // The points (1, 1), (2, 2), (3, 3) and a far one, (100, 0).
    let (x, y) = (array![1.0, 2.0, 3.0, 100.0], array![1.0, 2.0, 3.0, 0.0]);
    say("A7 sum of errors, slope 1", sum(&absolute_error(&x, &y)?), 100.0);
    say("A7 sum of errors, slope 0", sum(&absolute_error(&(0.0 * &x), &y)?), 6.0);
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
