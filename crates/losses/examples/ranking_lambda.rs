//! LambdaRank weighs the slope of each pair by what its swap does to NDCG, which itself has no slope.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// NDCG's share of a document of this relevance at this place.
fn gain(relevance: f64, place: usize, best: f64) -> f64 {
    (relevance.exp2() - 1.0) / (1.0 + place as f64).log2() / best
}

/// Slopes in the scores, RankNet's and LambdaRank's.
fn slopes(relevance: &[f64], scores: &[f64], best: f64) -> Result<[Vec<f64>; 2], LossError> {
    let place = |mine: f64| 1 + scores.iter().filter(|it| **it > mine).count();
    let n = scores.len();
    let mut slopes = [vec![0.0; n], vec![0.0; n]];
    for (i, j) in (0..n * n).map(|it| (it / n, it % n)) {
        if relevance[i] > relevance[j] {
            let slope = bradley_terry_gradient(&array![scores[i]], &array![scores[j]])?[0];
            let moved = |of: usize, to: usize| {
                gain(relevance[of], place(scores[to]), best)
                    - gain(relevance[of], place(scores[of]), best)
            };
            let change = (moved(i, j) + moved(j, i)).abs();
            for (slopes, weight) in slopes.iter_mut().zip([1.0, change]) {
                slopes[i] += weight * slope;
                slopes[j] -= weight * slope;
            }
        }
    }
    Ok(slopes)
}
// ANCHOR_END: program

fn main() -> Result<(), LossError> {
    let (relevance, scores) = ([2.0, 0.0, 1.0, 0.0], [0.9, 1.0, 0.2, 0.3]);
    let best = gain(2.0, 1, 1.0) + gain(1.0, 2, 1.0);
    let [pairs, lambdas] = slopes(&relevance, &scores, best)?;
    println!("relevance  score  place  RankNet slope  LambdaRank slope");
    for (it, place) in [2, 1, 4, 3].into_iter().enumerate() {
        let (label, score, a, b) = (relevance[it], scores[it], pairs[it], lambdas[it]);
        println!("{label:9.0} {score:6.1} {place:6} {a:14.4} {b:17.4}");
    }
    // Both wrong pairs are 0.1 apart; by hand, what their swaps are worth.
    let (wrong, third) = (sigmoid(&array![0.1])[0], 1.0 / 3_f64.log2());
    let top = 3.0 * (1.0 - third) / best;
    let bottom = (0.5 - 1.0 / 5_f64.log2()) / best;
    println!("wrong pair at the top    {:.4} times {top:.4}", -wrong);
    println!("wrong pair at the bottom {:.4} times {bottom:.4}", -wrong);
    // By hand for the first document, against the other three.
    let late = 1.0 / 5_f64.log2();
    let weights = [top, 2.0 * (third - late) / best, 3.0 * (third - 0.5) / best];
    let others = [1.0, 0.2, 0.3].map(|it: f64| -1.0 / (1.0 + (0.9 - it).exp()));
    assert_relative_eq!(pairs[0], others.iter().sum(), max_relative = 1e-12);
    let sum: f64 = weights.iter().zip(others).map(|(w, it)| w * it).sum();
    assert_relative_eq!(lambdas[0], sum, max_relative = 1e-12);
    assert_abs_diff_eq!(lambdas.iter().sum::<f64>(), 0.0, epsilon = 1e-12);
    Ok(())
}
