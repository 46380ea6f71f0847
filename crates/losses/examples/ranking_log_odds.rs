//! BPR over all pairs of a taken and an untaken item learns the log-odds of taking, up to a constant per user.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // A user takes each of four items independently of the others.
    let taken = [0.6, 0.3, 0.1, 0.02];
    let mut scores = [0.0; 4];
    for _ in 0..20_000 {
        let mut slopes = [0.0; 4];
        for (i, j) in (0..16).map(|it| (it / 4, it % 4)).filter(|it| it.0 != it.1) {
            // The pair is seen when i was taken and j was not.
            let weight = taken[i] * (1.0 - taken[j]);
            let slope = bradley_terry_gradient(&array![scores[i]], &array![scores[j]])?[0];
            slopes[i] += weight * slope;
            slopes[j] -= weight * slope;
        }
        scores = [0, 1, 2, 3].map(|it| scores[it] - slopes[it]);
    }
    // ANCHOR_END: program
    println!("taken   BPR score   log-odds   difference");
    let log_odds = taken.map(|p| f64::ln(p / (1.0 - p)));
    let offset = scores[0] - log_odds[0];
    for it in 0..4 {
        let (p, score, odds) = (taken[it], scores[it], log_odds[it]);
        println!("{p:5.2} {score:11.4} {odds:10.4} {:12.4}", score - odds);
        assert_relative_eq!(score - odds, offset, max_relative = 1e-6);
    }
    let right: f64 = 1.0 / (1.0 + (scores[1] - scores[0]).exp());
    let (a, b) = (0.6 * 0.7, 0.3 * 0.4);
    println!("P(first of the two was the first item) {right:.4}");
    assert_relative_eq!(right, a / (a + b), max_relative = 1e-6);
    // Exactly one of two items is taken: the margin is ln p₁/p₂ and not the log-odds' difference.
    let (mut margin, p) = (0.0, 0.6);
    for _ in 0..2_000 {
        let slopes = bradley_terry_gradient(&array![margin, 0.0], &array![0.0, margin])?;
        margin -= p * slopes[0] - (1.0 - p) * slopes[1];
    }
    assert_relative_eq!(margin, f64::ln(0.6 / 0.4), max_relative = 1e-9);
    Ok(())
}
