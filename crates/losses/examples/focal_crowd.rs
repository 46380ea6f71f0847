//! A crowd of easy negatives outweighs a few hard positives in cross-entropy, not in focal loss.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // 100,000 background anchors, already at 0.01; 100 objects, still at 0.1.
    let logit = |p: f64| (p / (1.0 - p)).ln();
    let (logits, labels) = (array![logit(0.01), logit(0.1)], array![0.0, 1.0]);
    let counts = array![100_000.0, 100.0];
    println!("100,000 negatives at 0.01, 100 positives at 0.1");
    println!("   γ     α     loss of       loss of        share of the positives");
    println!("             negatives     positives        in the loss   in the pull");
    let weights = [None, Some(0.75), None, Some(0.25)];
    for (gamma, alpha) in [0.0, 0.0, 2.0, 2.0].into_iter().zip(weights) {
        let focal = Focal { gamma, alpha };
        let losses = &counts * &focal_with_logits(&logits, &labels, focal)?;
        let pulls = &counts * &focal_with_logits_gradient(&logits, &labels, focal)?.abs();
        let share = |it: &Array1<f64>| it[1] / it.sum();
        let alpha = alpha.map_or("none".to_owned(), |it| it.to_string());
        println!(
            "{gamma:4} {alpha:>5} {:11.4} {:13.4} {:18.4} {:13.4}",
            losses[0],
            losses[1],
            share(&losses),
            share(&pulls)
        );
    }
    let start = 100_000.0 * binary_cross_entropy_with_logits(&array![0.0], &array![0.0])?[0];
    println!("with cross-entropy and all negatives at 0.5: {start:.0}");
    // ANCHOR_END: program
    let by_hand = 100_000.0 * 0.01_f64.powi(2) * -0.99_f64.ln();
    let focal = Focal {
        gamma: 2.0,
        alpha: None,
    };
    let ours = 100_000.0 * focal_with_logits(&logits, &labels, focal)?[0];
    assert_relative_eq!(ours, by_hand, max_relative = 1e-9);

    let share = move |gamma: f64| {
        let focal = Focal { gamma, alpha: None };
        let each = focal_with_logits(&logits, &labels, focal).map(|it| &it * &counts);
        each.map_or(f64::NAN, |it| it[1] / it.sum())
    };
    let panel = Panel::new(
        Axis::linear("γ", 0.0..=3.0),
        Axis::linear("share of the loss", 0.0..=1.0),
    )
    .function("100 hard positives", &share)
    .function("100,000 easy negatives", |gamma| 1.0 - share(gamma));
    let title = "Who makes the loss";
    let text = "The share of the positives rises from a fifth to nearly one before γ = 2.";
    let figure = Figure::new("focal_crowd", title, text);
    Ok(figure.panel(panel).save()?)
}
