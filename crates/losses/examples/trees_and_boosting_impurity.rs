//! An impurity is the least loss that a constant can have in a leaf.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // A leaf with 6, 3 and 1 examples of three classes, and one with four targets.
    let shares = array![[0.6, 0.3, 0.1]];
    let gini = 1.0 - shares.mapv(|p| p * p).sum();
    let two_draws: f64 = shares.iter().map(|p| p * (1.0 - p)).sum();
    // Brier: squared error of the constant forecast against each one-hot label.
    let brier = |forecast: &Array2<f64>| {
        let per_class = (0..3).map(|k| {
            let label = Array2::from_shape_fn((1, 3), |(_, i)| f64::from(i == k));
            Ok(shares[[0, k]] * squared_error(forecast, &label)?.sum())
        });
        per_class.sum::<Result<f64, LossError>>()
    };
    println!("Gini {gini:.4}, wrong if label and guess are drawn {two_draws:.4}");
    let off = brier(&array![[0.5, 0.4, 0.1]])?;
    println!(
        "Brier of the shares {:.4}, of another forecast {off:.4}",
        brier(&shares)?
    );
    let entropy = -shares.iter().map(|p| p * p.ln()).sum::<f64>();
    let log_loss = softmax_cross_entropy_with_probabilities(&shares.ln(), &shares)?[0];
    println!("entropy {entropy:.4} nats, log loss of the shares {log_loss:.4}");
    let targets = array![1.0, 2.0, 3.0, 10.0];
    let variance = targets.var(0.0);
    let by_mean = mean(&squared_error(&Array1::from_elem(4, 4.0), &targets)?)?;
    println!("variance {variance:.4}, squared error of the mean {by_mean:.4}");
    // ANCHOR_END: program
    assert_relative_eq!(array![gini, gini], array![two_draws, brier(&shares)?]);
    assert_relative_eq!(entropy, log_loss);
    assert_relative_eq!(variance, by_mean);

    let x = Axis::linear("share of class 1 in the leaf", 0.0..=1.0);
    let h = |p: f64| {
        if p * (1.0 - p) == 0.0 {
            0.0
        } else {
            -p * p.ln() - (1.0 - p) * (1.0 - p).ln()
        }
    };
    let panel = Panel::new(x, Axis::linear("impurity", 0.0..=0.8))
        .function("entropy, nats", h)
        .function("Gini", |p| 2.0 * p * (1.0 - p))
        .function("share of the minority", |p| p.min(1.0 - p));
    let text = "Two arches and a tent over the share, all zero at both ends.";
    let figure = Figure::new(
        "trees_and_boosting_impurity",
        "Impurity of two classes",
        text,
    );
    Ok(figure.panel(panel).save()?)
}
