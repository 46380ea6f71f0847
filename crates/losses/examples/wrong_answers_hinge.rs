//! The numbers that refute sentences about hinge loss.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

#[rustfmt::skip] // One claim a line.
fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let at = |f: f64, y: f64| Ok(hinge(&array![f], &array![y])?[0]);
    let slope = |f: f64| Ok((at(f + 1e-6, 1.0)? - at(f - 1e-6, 1.0)?) / 2e-6);
    say("S1 at 1, between 0 and 2", at(1.0, 1.0)?, 0.0);
    say("S1 mean of its ends", (at(0.0, 1.0)? + at(2.0, 1.0)?) / 2.0, 0.5);
    say("S2 slope at a score of 0", slope(0.0)?, -1.0);
    say("S2 slope at 0.99, before the kink", slope(0.99)?, -1.0);
    say("S2 slope at 1.01, behind it", slope(1.01)?, 0.0);
    say("S3 right with a score of 0.5", at(0.5, 1.0)?, 0.5);
    say("S4 wrong by a score of 1", at(-1.0, 1.0)?, 2.0);
    say("S4 wrong by a score of 3", at(-3.0, 1.0)?, 4.0);
    say("S6 logistic loss at 0, nats", softplus(&array![0.0])[0], 0.693_147);
    say("S6 in bits", softplus(&array![0.0])[0] / 2_f64.ln(), 1.0);
    say("S7 max(0, y f), right with 2", f64::max(0.0, 2.0), 2.0);
    let form = |s: f64, y: f64| f64::max(0.0, y - (1.0 - 2.0 * y) * s);
    say("S8 form of labels 0, 1: right with 2", form(2.0, 1.0), 3.0);
    say("S8 hinge of it", at(2.0, 1.0)?, 0.0);
    // The points −1 and 3: f(x) = (x − 1) / 2 has the widest margin.
    say("S9 score of a support vector", (3.0 - 1.0) / 2.0, 1.0);
    say("S9 half the margin, 1 / |w|", 1.0 / 0.5, 3.0 - 1.0);
    say("S11 loss of a score of -1,000", at(-1000.0, 1.0)?, 1001.0);
    say("S11 slope there", hinge_gradient(&array![-1000.0], &array![1.0])?[0], -1.0);
    let risk = |pi: f64, f: f64| Ok(pi * at(f, 1.0)? + (1.0 - pi) * at(f, -1.0)?);
    say("S12 best score, share 0.7", least(&|f| risk(0.7, f))?, 1.0);
    say("S12 best score, share 0.9", least(&|f| risk(0.9, f))?, 1.0);
    say("S12 sigmoid of it", sigmoid(&array![1.0])[0], 0.731_059);
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

/// The minimizer among the scores from −3 to 3.
fn least(risk: &dyn Fn(f64) -> Result<f64, LossError>) -> Result<f64, LossError> {
    let mut best = -3.0;
    for step in -300..=300 {
        let score = f64::from(step) / 100.0;
        best = if risk(score)? < risk(best)? {
            score
        } else {
            best
        };
    }
    Ok(best)
}
