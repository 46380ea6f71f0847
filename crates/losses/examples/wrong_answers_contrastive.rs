//! The numbers that refute sentences about pairs and InfoNCE.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

#[rustfmt::skip] // One claim a line.
fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let at = |d: f64, pair| Ok(contrastive(&array![[d]], &array![[0.0]], &array![pair], 1.0)?[0]);
    let far = (array![[4.0, 5.0, 6.0]], array![[1.0, 2.0, 3.0]]);
    let pair = |it| Ok(contrastive(&far.0, &far.1, &array![it], 8.0)?[0]);
    say("P1 squared distance 27, similar", pair(Pair::Similar)?, 13.5);
    say("P1 the same, dissimilar, margin 8", pair(Pair::Dissimilar)?, 3.930_781);
    say("P2 dissimilar, beyond the margin", at(1.5, Pair::Dissimilar)?, 0.0);
    let slope = (at(0.6 + 1e-6, Pair::Dissimilar)? - at(0.6 - 1e-6, Pair::Dissimilar)?) / 2e-6;
    say("P3 slope of dissimilar at 0.6", slope, -(1.0 - 0.6));
    say("P3 similar at d = 0.6", at(0.6, Pair::Similar)?, 0.18);
    say("P4 nothing but similar, collapsed", at(0.0, Pair::Similar)?, 0.0);
    let nce = |s: &Array2<f64>| Ok(softmax_cross_entropy(s, &Array1::from_iter(0..s.nrows()))?[0]);
    let identity = Array2::eye(8);
    say("N1 InfoNCE of S = I, N = 8", nce(&identity)?, (1_f64.exp() + 7.0).ln() - 1.0);
    say("N1 ln 8", nce(&Array2::zeros((8, 8)))?, 8_f64.ln());
    let row = array![[0.5, 0.4, 0.0]];
    let cost = |scale: f64| Ok(softmax_cross_entropy(&(scale * &row), &array![0])?[0]);
    say("N2 divided by 0.1 once", cost(10.0)?, ((-1_f64).exp() + (-5_f64).exp()).ln_1p());
    say("N2 twice", cost(100.0)?, (-10_f64).exp());
    let share = |t: f64| Ok(softmax(&row, t)?[[0, 1]] / (1.0 - softmax(&row, t)?[[0, 0]]));
    say("N3 hard negative’s share, τ = 0.1", share(0.1)?, 1.0 / (1.0 + (-4_f64).exp()));
    say("N3 hard negative’s share, τ = 1", share(1.0)?, 1.0 / (1.0 + (-0.4_f64).exp()));
    say("N4 bound for unit vectors, N = 8", nce(&(2.0 * identity - 1.0))?, 0.666_468);
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
