//! Confidently wrong at z = −10, squared error through the sigmoid stops learning; cross-entropy does not.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let (logit, label) = (array![-10.0], array![1.0]);

    let p = sigmoid(&logit);
    let squared_error = squared_error_gradient(&p, &label)? * &p * (1.0 - &p);
    let cross_entropy = binary_cross_entropy_with_logits_gradient(&logit, &label)?;

    println!("probability at z = -10:   {:.2e}", p[0]);
    println!("gradient, squared error: {:.2e}", squared_error[0]);
    println!("gradient, cross-entropy: {:.5}", cross_entropy[0]);

    // The witness knows no derivative: it walks a step and measures the climb.
    let sigmoid_at = |z: f64| 1.0 / (1.0 + (-z).exp());
    let slope = |loss: &dyn Fn(f64) -> f64| (loss(-9.999) - loss(-10.001)) / 0.002;
    let walked = slope(&|z| (sigmoid_at(z) - 1.0).powi(2));
    assert_relative_eq!(squared_error[0], walked, max_relative = 1e-6);
    let walked = slope(&|z| -sigmoid_at(z).ln());
    assert_relative_eq!(cross_entropy[0], walked, max_relative = 1e-6);
    // ANCHOR_END: program

    let p = |z: f64| sigmoid(&array![z])[0];
    Figure::new(
        "introduction_promise",
        "Gradients of squared error and cross-entropy through a sigmoid, for the label 1",
        "Two curves over the logit from −12 to 6. The gradient of the cross-entropy rises from −1 \
         to 0. The gradient of the squared error is 0 at both ends and dips to −0.3 between them.",
    )
    .panel(
        Panel::new(
            Axis::linear("logit z", -12.0..=6.0),
            Axis::linear("gradient with respect to z", -1.1..=0.1),
        )
        .function("squared error", |z| {
            2.0 * (p(z) - 1.0) * p(z) * (1.0 - p(z))
        })
        .function("cross-entropy", |z| p(z) - 1.0)
        .vertical_line("z = −10", -10.0),
    )
    .save()?;
    Ok(())
}
