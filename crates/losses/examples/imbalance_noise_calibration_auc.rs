//! A loss on pairs is a surrogate of the AUC, and its minimizer is the log-odds up to a constant.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Four groups of inputs of the same size, with their chance of a positive.
    let chances = array![0.02, 0.1, 0.3, 0.6];
    let mut scores = Array1::<f64>::zeros(4);
    for _ in 0..20_000 {
        let mut pull = Array1::zeros(4);
        // A positive of group i should score above a negative of group j.
        for ((i, j), weight) in pairs(&chances) {
            let slope = weight * sigmoid(&array![scores[j] - scores[i]])[0];
            pull[i] -= slope;
            pull[j] += slope;
        }
        scores -= &pull;
    }
    let log_odds = chances.mapv(|p: f64| (p / (1.0 - p)).ln());
    let shift = (&scores - &log_odds).sum() / 4.0;
    println!("chance   score   log-odds   difference");
    for (p, (s, z)) in chances.iter().zip(scores.iter().zip(&log_odds)) {
        println!("{p:6} {s:7.4} {z:10.4} {:12.4}", s - z);
        assert_abs_diff_eq!(s - z, shift, epsilon = 1e-6);
    }
    // ANCHOR_END: program
    // AUC of a sample: the share of pairs in order, and the same from ranks.
    let (positives, negatives) = ([0.9, 0.6, 0.3], [0.7, 0.4, 0.2, 0.1]);
    let ordered = |p: &&f64| negatives.iter().filter(|n| *p > n).count();
    let by_pairs = positives.iter().map(|p| ordered(&p)).sum::<usize>() as f64 / 12.0;
    let all = || positives.iter().chain(&negatives);
    let rank = |p: &f64| 1 + all().filter(|it| *it < p).count();
    let ranks: usize = positives.iter().map(rank).sum();
    let by_ranks = (ranks as f64 - 3.0 * 4.0 / 2.0) / 12.0;
    println!("AUC by pairs {by_pairs:.4}, by ranks {by_ranks:.4}");
    assert_relative_eq!(by_pairs, by_ranks);
    Ok(())
}

fn pairs(chances: &Array1<f64>) -> Vec<((usize, usize), f64)> {
    let all = Array2::from_shape_fn((4, 4), |(i, j)| chances[i] * (1.0 - chances[j]));
    all.indexed_iter().map(|(at, it)| (at, *it)).collect()
}
