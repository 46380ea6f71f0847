//! The numbers that refute sentences about entropy, maximum likelihood and Gaussians.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

#[rustfmt::skip] // One claim a line.
fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let entropy = |p: &[f64]| -p.iter().map(|it| it * it.ln()).sum::<f64>();
    // The targets −1 and 1, half each: one normal, and one share per value.
    say("K12 center of the one normal", (-1.0 + 1.0) / 2.0, 0.0);
    let normal = 0.5 * (2.0 * std::f64::consts::PI).ln() + 0.5;
    say("K12 its loss per target", normal, 1.418_939);
    say("K12 loss of a share per value", entropy(&[0.5, 0.5]), 2_f64.ln());
    // Four equally likely inputs; the label is one of two.
    say("K13 entropy of noise, 4 values", entropy(&[0.25; 4]), 4_f64.ln());
    let informs = entropy(&[0.5; 2]) + entropy(&[0.25; 4]) - entropy(&[0.125; 8]);
    say("K13 1 + what noise says of the label", 1.0 + informs, 1.0);
    say("K13 entropy of the label itself", entropy(&[0.5; 2]), 2_f64.ln());
    let copies = 2.0 * entropy(&[0.5; 2]) - entropy(&[0.5; 2]);
    say("K13 what a copy of it says", copies, 2_f64.ln());
    let (p, q) = (Gaussian::new(0.0, 1.0)?, Gaussian::new(1.0, 2.0)?);
    let forward = gaussian_kl_divergence(p, q);
    say("K14 of N(0, 1) from N(1, 2²)", forward, 2_f64.ln() + 2.0 / 8.0 - 0.5);
    say("K14 reverse", gaussian_kl_divergence(q, p), 5.0 / 2.0 - 0.5 - 2_f64.ln());
    // Cross-entropy and divergence, as functions of the logits of the model.
    let target = array![[0.7, 0.2, 0.1]];
    let z = |step: f64| array![[2.0 + step, 1.0, 0.1]];
    let slope = |f: &dyn Fn(f64) -> Result<f64, LossError>| Ok((f(1e-4)? - f(-1e-4)?) / 2e-4);
    let divergence = slope(&|h| Ok(kl_divergence(&target, &softmax(&z(h), 1.0)?)?[0]))?;
    let cross = slope(&|h| Ok(softmax_cross_entropy_with_probabilities(&z(h), &target)?[0]))?;
    say("K15 slope of the divergence", divergence, cross);
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
