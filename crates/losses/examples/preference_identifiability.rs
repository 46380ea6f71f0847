//! Comparisons fix rewards up to a constant, only if they connect all answers, and only if nobody wins always.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// The rewards after each of many steps on pairs (winner, loser, weight).
fn fit(pairs: &[(usize, usize, f64)], start: [f64; 4]) -> Result<Vec<[f64; 4]>, LossError> {
    let (mut rewards, mut path) = (start, vec![start]);
    for _ in 0..10_000 {
        let mut slopes = [0.0; 4];
        for &(winner, loser, weight) in pairs {
            let (won, lost) = (array![rewards[winner]], array![rewards[loser]]);
            let slope = weight * bradley_terry_gradient(&won, &lost)?[0];
            slopes[winner] += slope;
            slopes[loser] -= slope;
        }
        rewards = [0, 1, 2, 3].map(|it| rewards[it] - 0.5 * slopes[it]);
        path.push(rewards);
    }
    Ok(path)
}
// ANCHOR_END: program

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let truth = [1.0_f64, 0.5, -0.5, -1.0];
    let rate = |i: usize, j: usize| (i, j, 1.0 / (1.0 + (truth[j] - truth[i]).exp()));
    let both = |(i, j): (usize, usize)| [rate(i, j), rate(j, i)];
    let chain = [(0, 1), (1, 2), (2, 3)].map(both).concat();
    let apart = [(0, 1), (2, 3)].map(both).concat();
    let (never, mut paths) = ([&[(0, 1, 1.0)], &chain[2..]].concat(), vec![]);
    for (name, pairs, start) in [
        ("a chain, from 0", &chain, [0.0; 4]),
        ("a chain, from elsewhere", &chain, [9.0, 3.0, 0.0, 0.0]),
        ("two islands, from 0", &apart, [0.0; 4]),
        ("two islands, from 3 and −3", &apart, [3.0, 3.0, -3.0, -3.0]),
        ("the first never loses", &never, [0.0; 4]),
    ] {
        let path = fit(pairs, start)?;
        let [a, b, c, d] = path[10_000];
        println!("{name:26} {a:8.4} {b:8.4} {c:8.4} {d:8.4}");
        paths.push(path);
    }
    let gap = |run: usize, i: usize, j: usize| paths[run][10_000][i] - paths[run][10_000][j];
    for chain in [0, 1] {
        assert_relative_eq!(gap(chain, 0, 3), 2.0, max_relative = 1e-6);
    }
    assert!(gap(3, 1, 2) > 5.0 && gap(2, 1, 2).abs() < 1.0);
    let x = Axis::logarithmic("step", 1.0..=10_000.0);
    let rewards = (0..).map(f64::from).zip(paths[4].iter().map(|it| it[0]));
    let panel = Panel::new(x, Axis::linear("reward", 0.0..=8.0));
    let panel = panel.line("never loses", rewards.skip(1));
    let text = "The answer that never loses keeps rising.";
    let figure = Figure::new("preference_identifiability", "Reward without bound", text);
    Ok(figure.panel(panel).save()?)
}
