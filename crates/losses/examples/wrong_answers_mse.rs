//! The numbers that refute sentences about squared error.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

#[rustfmt::skip] // One claim a line.
fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let y = array![1.0, 2.0, 3.0, 4.0, 100.0];
    let mse = |c: f64| mean(&squared_error(&Array1::from_elem(5, c), &y)?);
    let mut best = 0.0;
    for step in 0..=200 {
        let candidate = f64::from(step) / 2.0;
        if mse(candidate)?.sqrt() < mse(best)?.sqrt() {
            best = candidate;
        }
    }
    say("M1 constant of least RMSE", best, y.sum() / 5.0);
    say("M2 RMSE where the MSE is 10", 10_f64.sqrt(), 3.162_278);
    let moved = |b: f64| sum(&(b + &array![1.0, -3.0, 2.0, 2.0]).powi(2)) / 4.0;
    let slope = (moved(1e-4) - moved(-1e-4)) / 2e-4;
    say("M4 slope, residuals 1, -3, 2, 2", slope, 2.0 / 4.0 * 2.0);
    // Equal columns: only the sum of the weights counts.
    let columns = |a: f64, b: f64| (a + b - 2.0).powi(2);
    say("M6 equal columns, weights 1 and 1", columns(1.0, 1.0), 0.0);
    say("M6 equal columns, weights 2 and 0", columns(2.0, 0.0), 0.0);
    let product = |a: f64, b: f64| (a * b - 1.0).powi(2);
    say("M6 product of weights, 1 and 1", product(1.0, 1.0), 0.0);
    say("M6 product of weights, -1 and -1", product(-1.0, -1.0), 0.0);
    say("M6 halfway between, 0 and 0", product(0.0, 0.0), 1.0);
    say("M7 MSE of the mean, 22", mse(22.0)?, 1522.0);
    say("M7 MSE of the median, 3", mse(3.0)?, 1883.0);
    say("M7 mean with 1,000 for 100", (y.sum() + 900.0) / 5.0, 202.0);
    let x = Array1::linspace(-1.0, 1.0, 100_001);
    let kurtosis = mean(&x.powi(4))? / mean(&x.powi(2))?.powi(2);
    say("M9 kurtosis of predictions, normal 3", kurtosis, 9.0 / 5.0);
    let worse = sum(&squared_error(&array![3., 2., 1.], &array![1., 2., 3.])?);
    say("M11 R² of 3, 2, 1 for 1, 2, 3", 1.0 - worse / 2.0, -3.0);
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
