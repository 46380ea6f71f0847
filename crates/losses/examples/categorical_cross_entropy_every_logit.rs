//! One label moves all logits, the wrong ones in proportion to their probabilities.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let labels = array![0];
    let mut logits = array![[0.0, 2.0, -1.0]];
    println!("step     loss   logits                  step down the gradient");
    for step in 0..=6 {
        let loss = softmax_cross_entropy(&logits, &labels)?[0];
        let down = -softmax_cross_entropy_gradient(&logits, &labels)?;
        let (shown, moves) = (logits.row(0), down.row(0));
        println!("{step:4} {loss:8.4}   {shown:+.3}  {moves:+.3}");

        // The odds of two wrong classes decide how the push is shared …
        let odds = (logits[[0, 1]] - logits[[0, 2]]).exp();
        assert_relative_eq!(moves[1] / moves[2], odds, max_relative = 1e-12);
        // … and nothing is lost: the mean of the logits stays where it was.
        assert_abs_diff_eq!(moves[0], -moves[1] - moves[2], epsilon = 1e-12);
        logits += &down;
    }
    // ANCHOR_END: program

    let loss = |first: f64, second: f64| (1.0 + (-first).exp() + (second - first).exp()).ln();
    let path = |start: [f64; 3]| {
        let mut logits = array![start];
        std::iter::from_fn(move || {
            let gradient = softmax_cross_entropy_gradient(&logits, &array![0]).ok()?;
            logits.scaled_add(-0.05, &gradient);
            Some((
                logits[[0, 0]] - logits[[0, 2]],
                logits[[0, 1]] - logits[[0, 2]],
            ))
        })
        .take(1500)
    };
    Figure::new(
        "categorical_cross_entropy_every_logit",
        "Cross-entropy of three logits, and where gradient descent goes",
        "A heat map over two differences of logits, high at the upper left and low at the lower \
         right. Two paths turn away from the class that they preferred, one is level; all run right.",
    )
    .panel(
        Panel::new(
            Axis::linear("logit of the true class − logit of the third", -4.0..=6.0),
            Axis::linear("logit of the second − logit of the third", -4.0..=4.0),
        )
        .heat_map("loss in nats", loss)
        .line("second class preferred", path([-1.0, 3.0, 0.0]))
        .line("undecided", path([0.0, 0.0, 0.0]))
        .line("third class preferred", path([-3.0, -2.0, 0.0])),
    )
    .save()?;
    Ok(())
}
