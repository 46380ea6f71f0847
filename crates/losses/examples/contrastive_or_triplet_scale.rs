//! The same embedding finds the right item among a hundred and misses it among a million.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Probability that fewer than k of n − 1 wrong items score above the right one.
/// Wrong scores are N(0, 1), the right one is N(shift, 1).
fn recall(k: i32, n: f64, shift: f64) -> f64 {
    let (h, mut tail, mut total) = (0.01, 0.0, 0.0);
    let density = |x: f64| (-x * x / 2.0).exp() / std::f64::consts::TAU.sqrt();
    for x in (-800..1400).rev().map(|it| h * f64::from(it)) {
        // The probability that one wrong item scores above x, summed from the right.
        tail += h * density(x + h / 2.0);
        let q = tail.min(1.0 - 1e-12);
        // The binomial probabilities of 0, 1, … items above, one from the other.
        let none = ((n - 1.0) * (-q).ln_1p()).exp();
        let ratio = |j: i32| (n - f64::from(j)) / f64::from(j) * q / (1.0 - q);
        let next = |(sum, term), j| (sum + term * ratio(j), term * ratio(j));
        total += h * density(x - shift) * (1..k).fold((none, none), next).0;
    }
    total
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let beaten = 1.0 - recall(1, 2.0, 4.0);
    println!("a wrong item beats the right one with probability {beaten:.5}");
    println!("candidates   recall@1   recall@10   wrong ones above the right one");
    for n in [10.0, 100.0, 1e3, 1e4, 1e6, 1e8] {
        let [first, ten] = [1, 10].map(|k| recall(k, n, 4.0));
        println!("{n:10} {first:10.4} {ten:11.4} {:14.4}", (n - 1.0) * beaten);
    }
    // ANCHOR_END: program
    // Without a shift every place is equally likely.
    assert_relative_eq!(recall(1, 1000.0, 0.0), 0.001, max_relative = 0.01);
    assert_relative_eq!(recall(10, 1000.0, 0.0), 0.01, max_relative = 0.01);
    let grid = || (10..=80).map(|it| 10_f64.powf(f64::from(it) / 10.0));
    let x = Axis::logarithmic("candidates", 10.0..=1e8);
    let panel = Panel::new(x, Axis::linear("share of queries", 0.0..=1.0))
        .line("recall@1", grid().map(|n| (n, recall(1, n, 4.0))))
        .line("recall@10", grid().map(|n| (n, recall(10, n, 4.0))));
    let text = "Two curves fall from 1 toward 0 as the number of candidates grows.";
    let figure = Figure::new(
        "contrastive_or_triplet_scale",
        "Recall over candidates",
        text,
    );
    Ok(figure.panel(panel).save()?)
}
