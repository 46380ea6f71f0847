//! For label 1 the gradient in the logit is the slope of the loss; that of label 0 is its mirror image.

extern crate figures;
extern crate losses;

use std::iter::zip;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let logits = Array::linspace(-4.0, 4.0, 161);
    let [ones, zeros] = [1.0, 0.0].map(|label| Array1::from_elem(logits.len(), label));
    let moved = |by: f64| binary_cross_entropy_with_logits(&(&logits + by), &ones);
    let losses = moved(0.0)?;
    let gradient = binary_cross_entropy_with_logits_gradient(&logits, &ones)?;
    let by_differences = (moved(1e-5)? - moved(-1e-5)?) / 2e-5;
    assert_abs_diff_eq!(gradient, by_differences, epsilon = 1e-9);

    let mirrored = binary_cross_entropy_with_logits(&-&logits, &zeros)?;
    assert_abs_diff_eq!(losses, mirrored, epsilon = 1e-12);

    println!("logit     loss   gradient");
    for at in [0, 80, 160] {
        let [logit, loss, gradient] = [&logits, &losses, &gradient].map(|it| it[at]);
        println!("{logit:5.1} {loss:8.4} {gradient:10.4}");
    }
    // ANCHOR_END: program

    let x = Axis::linear("logit z, label 1", -4.0..=4.0);
    let panel = Panel::new(x, Axis::linear("", -1.5..=4.0))
        .line("loss", zip(logits.clone(), losses))
        .line("gradient", zip(logits, gradient));
    let description = "The loss falls, nearly straight on the left and nearly 0 on the right. The \
                       gradient rises from nearly −1 to nearly 0.";
    let title = "Binary cross-entropy of label 1 and its gradient";
    Figure::new("binary_cross_entropy_glance", title, description)
        .narrow()
        .panel(panel)
        .save()?;
    Ok(())
}
