//! Two heads, two cross-entropies: each ends at its own entropy if the trunk has room, and their sum exceeds that of the pair by the mutual information.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// The losses of heads for the next token, the one after, and so on, on one trunk.
fn train(targets: &[Array2<f64>], width: usize) -> Result<Vec<f64>, LossError> {
    let start = |seed: f64| move |(i, j)| (3.1 * i as f64 + 1.7 * j as f64 + seed).sin();
    let mut trunk = Array2::from_shape_fn((3, width), start(1.0));
    let mut heads = vec![Array2::from_shape_fn((width, 3), start(2.0)); targets.len()];
    for _ in 0..3_000 {
        let mut pull = Array2::zeros((3, width));
        for (head, target) in heads.iter_mut().zip(targets) {
            let logits = trunk.dot(head);
            let slope = softmax_cross_entropy_with_probabilities_gradient(&logits, target)?;
            pull += &slope.dot(&head.t());
            *head -= &trunk.t().dot(&slope);
        }
        trunk -= &pull;
    }
    let of = |head| -> Array2<f64> { trunk.dot(head) };
    let loss = |w, y| mean(&softmax_cross_entropy_with_probabilities(&of(w), y)?);
    heads.iter().zip(targets).map(|(w, y)| loss(w, y)).collect()
}
// ANCHOR_END: program

fn main() -> Result<(), LossError> {
    // The next token given the present one; all three are equally frequent.
    let next = array![[0.1, 0.8, 0.1], [0.2, 0.1, 0.7], [0.7, 0.1, 0.2]];
    let targets = [next.clone(), next.dot(&next)];
    println!("trunk   heads   next token  token after");
    for (width, heads) in [(4, 1), (4, 2), (1, 1), (1, 2)] {
        let losses = train(&targets[..heads], width)?.into_iter();
        let losses: String = losses.map(|it| format!("{it:13.6}")).collect();
        println!("{width:5} {heads:7}{losses}");
    }
    let entropy = |rows: &Array2<f64>| rows.mapv(|p| -p * p.ln()).sum() / 3.0;
    let [first, second] = targets.each_ref().map(entropy);
    println!("entropies    {first:13.6}{second:13.6}");
    println!("sum {:.6}, of the pair {:.6}", first + second, 2.0 * first);
    let [together, truth] = [train(&targets, 4)?, vec![first, second]].map(Array1::from);
    assert_relative_eq!(together, truth, max_relative = 1e-6);
    let information = pair_information(&next);
    println!("mutual information {information:.6}");
    assert_relative_eq!(second - first, information, max_relative = 1e-12);
    Ok(())
}

/// I(x₁; x₂ | x₀) from the distribution of the pair, nothing else.
fn pair_information(next: &Array2<f64>) -> f64 {
    let of = |start| {
        let pair = Array2::from_shape_fn((3, 3), |(x, y)| next[[start, x]] * next[[x, y]]);
        let (rows, columns) = (pair.sum_axis(Axis(1)), pair.sum_axis(Axis(0)));
        let term = |((x, y), p): ((usize, usize), &f64)| p * (p / rows[x] / columns[y]).ln();
        pair.indexed_iter().map(term).sum::<f64>() / 3.0
    };
    (0..3).map(of).sum()
}
