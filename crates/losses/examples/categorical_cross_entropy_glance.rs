//! Whichever of three logits moves, the gradient is the slope of the loss.

extern crate figures;
extern crate losses;

use std::iter::zip;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // The class 0 is true and its logit runs; the other two logits are 0.
    let logits = Array::linspace(-4.0, 4.0, 161);
    let labels = Array1::zeros(logits.len());
    let with = |class: usize, by: f64| {
        let mut scores = Array2::zeros((logits.len(), 3));
        scores.column_mut(0).assign(&logits);
        scores
            .column_mut(class)
            .scaled_add(1.0, &Array1::from_elem(logits.len(), by));
        scores
    };
    let losses = softmax_cross_entropy(&with(0, 0.0), &labels)?;
    let gradient = softmax_cross_entropy_gradient(&with(0, 0.0), &labels)?;
    for (class, gradient) in gradient.columns().into_iter().enumerate() {
        let loss = |by: f64| softmax_cross_entropy(&with(class, by), &labels);
        let by_differences = (loss(1e-5)? - loss(-1e-5)?) / 2e-5;
        assert_abs_diff_eq!(gradient, by_differences, epsilon = 1e-9);
    }

    println!("logit     loss   gradient, true   gradient, each other");
    for at in [0, 80, 160] {
        let [yes, no] = [0, 1].map(|class| gradient[[at, class]]);
        println!("{:5.1} {:8.4} {yes:16.4} {no:22.4}", logits[at], losses[at]);
    }
    // ANCHOR_END: program

    let slope = |class: usize| zip(logits.clone(), gradient.column(class).to_vec());
    let x = Axis::linear("logit of the true class", -4.0..=4.0);
    let panel = Panel::new(x, Axis::linear("", -1.5..=5.0))
        .line("loss", zip(logits.clone(), losses))
        .line("gradient, true class", slope(0))
        .line("gradient, each of two others", slope(1));
    let description = "The loss falls, nearly straight on the left and nearly 0 on the right. The \
         gradient of the true logit rises from nearly −1 to 0, that of each other falls from ½ to 0.";
    let title = "Cross-entropy of three classes and its gradient";
    let figure = Figure::new("categorical_cross_entropy_glance", title, description);
    Ok(figure.narrow().panel(panel).save()?)
}
