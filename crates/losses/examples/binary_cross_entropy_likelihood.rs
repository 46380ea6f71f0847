//! The loss is minus the log-likelihood of the labels, and is least at the frequency of class 1.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let labels = array![1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0];
    let n = labels.len();
    println!("{n} labels, 7 of them 1");
    println!("p     likelihood   e^(-total loss)   mean loss");
    for p in [0.3, 0.5, 0.7, 0.9] {
        let losses = binary_cross_entropy(&Array1::from_elem(n, p), &labels)?;
        let likelihood = p.powi(7) * (1.0 - p).powi(3);
        let of_loss = (-sum(&losses)).exp();
        let mean_loss = mean(&losses)?;
        println!("{p:.1} {likelihood:13.7} {of_loss:17.7} {mean_loss:11.6}");
        assert_relative_eq!(of_loss, likelihood, max_relative = 1e-12);
    }

    let mut logits = Array1::zeros(n);
    for _ in 0..100 {
        let slope = mean(&binary_cross_entropy_with_logits_gradient(
            &logits, &labels,
        )?)?;
        logits -= 4.0 * slope;
    }
    let (logit, p) = (logits[0], sigmoid(&logits)[0]);
    println!("trained logit {logit:.6}, probability {p:.6}");
    assert_relative_eq!(logit, (7.0_f64 / 3.0).ln(), max_relative = 1e-9);
    // ANCHOR_END: program

    let mean_loss = |p: f64| -0.7 * p.ln() - 0.3 * (1.0 - p).ln();
    let p_axis = || Axis::linear("probability of class 1", 0.0..=1.0);
    Figure::new(
        "binary_cross_entropy_likelihood",
        "Likelihood of ten labels, and the mean loss",
        "Two panels over the probability from 0 to 1. The likelihood is a hump with its maximum at \
         0.7. The mean loss is a convex bowl with its minimum at 0.7 and walls without end at 0 \
         and 1.",
    )
    .panel(
        Panel::new(p_axis(), Axis::linear("likelihood × 1000", 0.0..=2.5))
            .function("", |p| 1000.0 * (-10.0 * mean_loss(p)).exp())
            .vertical_line("0.7", 0.7),
    )
    .panel(
        Panel::new(p_axis(), Axis::linear("mean loss", 0.0..=2.5))
            .function("", mean_loss)
            .vertical_line("0.7", 0.7),
    )
    .save()?;
    Ok(())
}
