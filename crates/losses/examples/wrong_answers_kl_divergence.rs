//! The numbers that refute sentences about divergences.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

#[rustfmt::skip] // One claim a line.
fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let kl = |p: [f64; 2], q: [f64; 2]| Ok(kl_divergence(&array![p], &array![q])?[0]);
    let (even, sure) = ([0.5, 0.5], [0.9, 0.1]);
    say("K1 KL of even from sure", kl(even, sure)?, 0.510_826);
    say("K1 KL of sure from even", kl(sure, even)?, 0.368_064);
    let detour = kl(even, [0.7, 0.3])? + kl([0.7, 0.3], sure)?;
    say("K1 by way of 0.7, 0.3", detour, 0.240_841);
    let h = -0.9 * 0.9_f64.ln() - 0.1 * 0.1_f64.ln();
    say("K2 H(p) + KL(p, even)", h + kl(sure, even)?, 2_f64.ln());
    say("K3 KL of sure from even, bits", kl(sure, even)? / 2_f64.ln(), 0.531_004);
    let half = kl([1.0, 0.0], even)?;
    say("K4 Jensen-Shannon, disjoint", half / 2.0 + half / 2.0, 2_f64.ln());
    let narrow = 0.5 * (2.0 * std::f64::consts::PI * 1_f64.exp() * 0.01).ln();
    say("K5 entropy of a normal, σ = 0.1", narrow, -0.883_647);
    // Two states: prior even, likelihoods 0.9 and 0.2, q = (0.7, 0.3).
    let (evidence, q) = (0.55_f64, [0.7, 0.3]);
    let posterior = kl(q, [0.45 / evidence, 0.10 / evidence])?;
    let fit = 0.7 * 0.9_f64.ln() + 0.3 * 0.2_f64.ln();
    say("K7 ln p(x)", evidence.ln(), posterior + fit - kl(q, even)?);
    say("K7 KL + E ln p(x | z) alone", posterior + fit, evidence.ln() + 0.082_283);
    let clipped = |e| naive::kl_divergence_with_epsilon(&[1.0, 0.0], &[0.0, 1.0], e);
    say("K9 disjoint with 1e-7 added", clipped(1e-7), 16.118_096);
    say("K9 disjoint with 1e-12 added", clipped(1e-12), 27.631_021);
    say("K9 disjoint", kl([1.0, 0.0], [0.0, 1.0])?, f64::INFINITY);
    let scores = naive::kl_divergence_with_epsilon(&[0.4, 0.3], &[0.9, 0.8], 0.0);
    say("K10 of scores that sum to no 1", scores, -0.618_620);
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
