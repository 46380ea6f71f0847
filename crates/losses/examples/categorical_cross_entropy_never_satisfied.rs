//! A one-hot label moves its logits for ever; a smoothed label or a margin stops.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let (mut hard, mut smooth) = (Array2::zeros((1, 10)), Array2::zeros((1, 10)));
    let mut target = Array2::from_elem((1, 10), 0.1 / 10.0);
    target[[0, 0]] += 0.9;
    let mut score = array![0.0];

    let lead = |logits: &Array2<f64>| logits[[0, 0]] - logits[[0, 1]];
    let mut leads = Vec::new();
    println!(" steps   lead: one-hot   ln(10 steps)  smoothed   hinge");
    for step in 1..=10_000 {
        hard -= &softmax_cross_entropy_gradient(&hard, &array![0])?;
        smooth -= &softmax_cross_entropy_with_probabilities_gradient(&smooth, &target)?;
        score -= &hinge_gradient(&score, &array![1.0])?;
        leads.push([lead(&hard), lead(&smooth), score[0]]);

        if [1, 10, 100, 1000, 10_000].contains(&step) {
            let [hard, smooth, hinge] = [lead(&hard), lead(&smooth), score[0]];
            // While the other nine keep little, each step adds 10 e^-lead.
            let formula = (10.0 * f64::from(step)).ln();
            println!("{step:6} {hard:15.3} {formula:13.3} {smooth:10.3} {hinge:7.3}");
            assert!(step < 1000 || (hard - formula).abs() < 0.01);
        }
    }
    assert_relative_eq!(lead(&smooth), 91.0_f64.ln(), max_relative = 1e-9);
    // ANCHOR_END: program

    let curve = |it: usize| {
        (1..)
            .map(f64::from)
            .zip(leads.iter().map(move |lead| lead[it]))
    };
    Figure::new(
        "categorical_cross_entropy_never_satisfied",
        "Lead of the true class while one example is trained",
        "Three curves over one to ten thousand steps on a logarithmic axis. With one-hot labels \
         the lead grows along a straight line. With smoothed labels it levels off, and with the \
         hinge loss it stays at 1 from the first step on.",
    )
    .panel(
        Panel::new(
            Axis::logarithmic("step of gradient descent", 1.0..=1e4),
            Axis::linear("lead of the true logit", 0.0..=12.0),
        )
        .line("one-hot label", curve(0))
        .line("smoothed label", curve(1))
        .line("hinge loss", curve(2)),
    )
    .save()?;
    Ok(())
}
