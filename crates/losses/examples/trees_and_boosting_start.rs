//! Boosting that starts at 0 spends its first rounds on the intercept; one that starts at the log-odds does not.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // A thousand examples, ten positives, and no feature that helps: one leaf.
    let labels = Array1::from_shape_fn(1000, |i| f64::from(u8::from(i < 10)));
    let log_odds = (0.01_f64 / 0.99).ln();
    println!("rounds   stated by the booster that starts at      sum of p(1 − p)");
    println!("         score 0   log-odds   0.01 as a score      of the first");
    let mut scores = [0.0, log_odds, 0.01];
    for round in 0..=100 {
        let derivatives = |score: f64| -> Result<(f64, f64), LossError> {
            let logits = Array1::from_elem(1000, score);
            let p = sigmoid(&logits);
            let g = binary_cross_entropy_with_logits_gradient(&logits, &labels)?;
            Ok((g.sum(), (&p * &(1.0 - &p)).sum()))
        };
        if [0, 10, 30, 100].contains(&round) {
            let p = sigmoid(&Array1::from(scores.to_vec()));
            let weight = derivatives(scores[0])?.1;
            let [a, b, c] = [p[0], p[1], p[2]];
            println!("{round:6} {a:9.4} {b:10.4} {c:17.4} {weight:17.2}");
        }
        for score in &mut scores {
            let (g, h) = derivatives(*score)?;
            *score -= 0.1 * g / h;
        }
    }
    println!(
        "examples of probability 0.5 and 0.01 that weigh 1: {:.0} and {:.0}",
        1.0 / 0.25,
        1.0 / (0.01 * 0.99)
    );
    // ANCHOR_END: program
    // Squared error needs no Newton: what is left after m rounds is 0.9^m of the mean.
    let rest = (0..30).fold(5.0_f64, |rest, _| rest - 0.1 * rest);
    println!("squared error, mean 5, after 30 rounds from 0: {rest:.4} are missing");
    assert_relative_eq!(rest, 5.0 * 0.9_f64.powi(30), max_relative = 1e-12);
    assert_abs_diff_eq!(scores[1], log_odds, epsilon = 1e-9);
    Ok(())
}
