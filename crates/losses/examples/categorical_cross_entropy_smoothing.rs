//! Label smoothing gives the loss a floor and the logits a place to stop;
//! where, depends on the convention.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let epsilon = 0.1;
    println!("ten classes     target:   target:    odds   best gap of     floor of");
    println!("convention         true     wrong            the logits     the loss");
    for (name, wrong) in [
        ("eps / K", epsilon / 10.0),
        ("eps / (K - 1)", epsilon / 9.0),
    ] {
        let right: f64 = 1.0 - 9.0 * wrong;
        let mut target = Array2::from_elem((1, 10), wrong);
        target[[0, 0]] = right;

        // The best probabilities are the targets: the gap is their log-odds,
        // and what remains is their entropy.
        let odds = right / wrong;
        let gap = odds.ln();
        let floor = -right * right.ln() - 9.0 * wrong * wrong.ln();
        println!("{name:<13} {right:8.4} {wrong:9.4} {odds:7.1} {gap:13.6} {floor:12.6}");

        // There the loss is at the floor, and its gradient is zero.
        let mut logits = Array2::zeros((1, 10));
        logits[[0, 0]] = gap;
        let loss = softmax_cross_entropy_with_probabilities(&logits, &target)?;
        let gradient = softmax_cross_entropy_with_probabilities_gradient(&logits, &target)?;
        assert_relative_eq!(loss[0], floor, max_relative = 1e-12);
        assert_abs_diff_eq!(gradient, Array2::zeros((1, 10)), epsilon = 1e-12);
    }
    // ANCHOR_END: program

    let loss = |right: f64| move |gap: f64| (gap.exp() + 9.0).ln() - right * gap;
    Figure::new(
        "categorical_cross_entropy_smoothing",
        "Cross-entropy of ten classes over the lead of the true logit",
        "Three curves. With a one-hot label the loss falls toward zero for ever. With smoothed \
         labels it has a minimum between 4 and 5 and rises again, the more the more is smoothed.",
    )
    .panel(
        Panel::new(
            Axis::linear("true logit − any other logit", 0.0..=12.0),
            Axis::linear("loss in nats", 0.0..=2.5),
        )
        .function("one-hot label", loss(1.0))
        .function("ε/K with ε = 0.1", loss(0.91))
        .function("ε/(K − 1) with ε = 0.1", loss(0.9)),
    )
    .save()?;
    Ok(())
}
