//! The numbers that refute sentences about triplets.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

#[rustfmt::skip] // One claim a line.
fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Points on a line: the anchor, the positive, the negative, the margin.
    let at = |a: f64, p: f64, n: f64, margin| {
        Ok(triplet(&array![[a]], &array![[p]], &array![[n]], margin)?[0])
    };
    say("T1 d_ap 0.5, d_an 2, margin 1", at(0.0, 0.5, 2.0, 1.0)?, 0.0);
    say("T1 with the signs swapped", 2.0 - 0.5 + 1.0, 2.5);
    let (a, p, n) = (array![[0.0, 0.0]], array![[1.0, 0.0]], array![[0.0, 1.2]]);
    let slopes = triplet_squared_gradient(&a, &p, &n, 1.0)?;
    let of = |step: f64| Ok(triplet_squared(&array![[step, 0.0]], &p, &n, 1.0)?[0]);
    say("T2 slope of the anchor", (of(1e-5)? - of(-1e-5)?) / 2e-5, 2.0 * (0.0 - 1.0));
    say("T2 as 2 (n - p)", slopes.anchors[[0, 0]], 2.0 * (n[[0, 0]] - p[[0, 0]]));
    say("T2 as 2 (p - n)", 2.0 * (p[[0, 0]] - n[[0, 0]]), 2.0);
    say("T3 easy: d_ap 1, d_an 3, margin 1", at(0.0, 1.0, 3.0, 1.0)?, 0.0);
    say("T3 collapsed, margin 0.2", at(0.0, 0.0, 0.0, 0.2)?, 0.2);
    say("T3 collapsed, softplus", softplus(&array![0.0])[0], 2_f64.ln());
    let collapsed = triplet_squared_gradient(&a, &a, &a, 1.0)?;
    say("T4 slope of the anchor, collapsed", collapsed.anchors[[0, 0]], 0.0);
    say("T5 semi-hard: 0.5, 0.8, margin 0.5", at(0.0, 0.5, 0.8, 0.5)?, 0.2);
    say("T5 beyond the margin: 0.5, 1.2", at(0.0, 0.5, 1.2, 0.5)?, 0.0);
    let naive = naive::euclidean_distance_gradient(&[0.6, 0.8], &[0.6, 0.8])[0];
    println!("{:46}{naive:>14}", "T7 slope of ‖x‖ + 1e-8 at 0");
    say("T7 slope of √(x² + 1e-8) at 0", 0.0 / 1e-8_f64.sqrt(), 0.0);
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
