//! The numbers that refute sentences about softmax and cross-entropy.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

#[rustfmt::skip] // One claim a line.
fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let z = array![[2.0, 1.0, 0.1]];
    let loss = softmax_cross_entropy(&z, &array![0])?[0];
    say("C1 -ln 0.1, the least it can be", -0.1_f64.ln(), 2.302_585);
    say("C1 -ln 0.9, of the wrong class", -0.9_f64.ln(), 0.105_361);
    say("C1 -log2 0.9, in bits", -0.9_f64.log2(), 0.152_003);
    let sharp = softmax(&array![[12.5, 0.6, -23.0]], 1.0)?;
    say("C2 softmax of 12.5, 0.6, -23: second", sharp[[0, 1]], (-11.9_f64).exp());
    say("C2 third", sharp[[0, 2]], (-35.5_f64).exp());
    say("C3 sum of y ln p, no minus", log_softmax(&z)?[[0, 0]], -0.417_030);
    let shifted = log_sum_exp(&(&z + 5.0))? - log_sum_exp(&z)?;
    say("C4 log-sum-exp with 5 added", shifted[0], 5.0);
    let of = |it| Ok(softmax_cross_entropy_with_probabilities(&z, &array![it])?[0]);
    let (p, ln_k) = (softmax(&z, 1.0)?, 3_f64.ln());
    let entropy = -(&p * &p.ln()).sum();
    let (all, others) = (of([0.9 + 0.1 / 3.0, 0.1 / 3.0, 0.1 / 3.0])?, of([0.9, 0.05, 0.05])?);
    say("C8 smoothing 0.1 over all", all, 0.9 * loss + 0.1 * (loss + 2.9 / 3.0));
    say("C8 over the others", others, 0.9 * loss + 0.05 * (2.0 * loss + 2.9));
    say("C8 the formula with H(p) - H(p, u)", loss + 0.1 * (entropy - ln_k), 0.391_843);
    let truth: Array1<f64> = array![0.6, 0.3, 0.1];
    let floor = -(&truth * &truth.ln()).sum();
    say("C9 H(P, P) of 0.6, 0.3, 0.1", floor, 0.897_946);
    say("C14 perplexity of the truth", floor.exp(), 2.454_557);
    let slopes = softmax_cross_entropy_gradient(&z, &array![0])?;
    say("C15 slope of the labeled logit", slopes[[0, 0]], -0.340_999);
    say("C15 slope of another", slopes[[0, 1]], 0.242_433);
    say("C16 two softmaxes, K = 10: floor", (1.0 + 9.0 / 1_f64.exp()).ln(), 1.461_150);
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
