//! Isotonic regression states 0 and 1 at its ends, and its ties change the ranking.

extern crate losses;

use losses::prelude::*;

const LABELS: [f64; 10] = [0., 0., 1., 0., 0., 1., 0., 1., 1., 1.];

fn main() {
    // ANCHOR: program
    // Labels of ten validation examples in the order of their scores.
    // Pool adjacent violators: blocks (sum, count) whose means must rise.
    let mut blocks: Vec<(f64, f64)> = vec![];
    for label in LABELS {
        let mut block = (label, 1.0);
        while let Some((sum, count)) = blocks.pop_if(|it| it.0 * block.1 >= block.0 * it.1) {
            block = (block.0 + sum, block.1 + count);
        }
        blocks.push(block);
    }
    let repeat = |&(sum, count): &(f64, f64)| std::iter::repeat_n(sum / count, count as usize);
    let fitted: Vec<f64> = blocks.iter().flat_map(repeat).collect();
    println!("labels    {}", LABELS.map(|it| format!("{it:6}")).join(""));
    let row: String = fitted.iter().map(|it| format!("{it:6.3}")).collect();
    println!("isotonic  {row}");
    let order: Vec<f64> = (0..10).map(f64::from).collect();
    println!(
        "AUC of the scores {:.2}, after isotonic {:.2}",
        auc(&order),
        auc(&fitted)
    );
    println!(
        "log loss of a new positive in the first block: {}",
        -fitted[0].ln()
    );
    // ANCHOR_END: program
    // The same fit by the formula of largest smallest averages.
    for (i, fit) in fitted.iter().enumerate() {
        let average = |a: usize, b: usize| LABELS[a..=b].iter().sum::<f64>() / (b - a + 1) as f64;
        let smallest = |a: usize| (i..10).map(|b| average(a, b)).fold(f64::INFINITY, f64::min);
        assert_abs_diff_eq!(
            *fit,
            (0..=i).map(smallest).fold(0.0, f64::max),
            epsilon = 1e-12
        );
    }
}

/// The share of pairs in which the positive is higher; a tie counts one half.
fn auc(scores: &[f64]) -> f64 {
    let of = |label: f64| (0..10).filter(move |&i| LABELS[i] == label);
    let pairs = of(1.0).flat_map(|i| of(0.0).map(move |j| (scores[i], scores[j])));
    let wins = pairs.map(|(one, zero)| f64::from(one > zero) + 0.5 * f64::from(one == zero));
    wins.sum::<f64>() / 25.0
}
