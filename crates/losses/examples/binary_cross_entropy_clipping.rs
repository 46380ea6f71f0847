//! Clipping the probability caps the loss and switches off the gradient where it is needed most.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let epsilon = 1e-7;
    let (logits, labels) = (array![-5.0, -15.0, -20.0, -50.0], Array1::ones(4));
    let clipped_loss = |logits: &Array1<f64>| {
        let probabilities = sigmoid(logits).clamp(epsilon, 1.0 - epsilon);
        binary_cross_entropy(&probabilities, &labels)
    };
    let losses = binary_cross_entropy_with_logits(&logits, &labels)?;
    let slopes = binary_cross_entropy_with_logits_gradient(&logits, &labels)?;
    let capped = clipped_loss(&logits)?;
    let capped_slopes = (clipped_loss(&(&logits + 1e-6))? - &capped) / 1e-6;
    println!("label 1   from the logit    slope   clipped at {epsilon:e}    slope");
    for (i, z) in logits.iter().enumerate() {
        let (capped, slope) = (capped[i], capped_slopes[i] + 0.0);
        println!(
            "{z:7} {:16.3} {:8.3} {capped:17.3} {slope:8.3}",
            losses[i], slopes[i]
        );
    }
    assert_abs_diff_eq!(capped[3], 7.0 * 10.0_f64.ln(), epsilon = 1e-12);

    let in_f32 = 1.0_f32 - 1e-7;
    println!(
        "f32: clipped at 1 - 1e-7, label 0: {:.3}",
        -(1.0 - in_f32).ln()
    );
    println!(
        "f32: clipped at 1 - 1e-8, label 0: {}",
        -(1.0 - (1.0_f32 - 1e-8)).ln()
    );
    println!(
        "f32: p = 0 with 1e-9 added, label 1: {:.3}",
        -(0.0_f32 + 1e-9).ln()
    );
    println!(
        "f32: p = 0 with ln p held at -100, label 1: {}",
        -(0.0_f32.ln().max(-100.0))
    );
    // ANCHOR_END: program

    let z_axis = || Axis::linear("logit z, label 1", -30.0..=0.0);
    let capped = |z: f64| (1.0 + (-z).exp()).ln().min(-epsilon.ln());
    let slope = |z: f64| {
        if z < epsilon.ln() {
            0.0
        } else {
            -1.0 / (1.0 + z.exp())
        }
    };
    Figure::new(
        "binary_cross_entropy_clipping",
        "Loss and slope for label 1, from the logit and with the probability clipped at 1e-7",
        "Two panels over the logit from −30 to 0. To the left of −16.1 the clipped loss is level \
         and its slope is 0; the loss from the logit goes on rising with a slope of −1.",
    )
    .panel(
        Panel::new(z_axis(), Axis::linear("loss", 0.0..=30.0))
            .function("from the logit", |z| (1.0 + (-z).exp()).ln())
            .function("clipped", capped),
    )
    .panel(
        Panel::new(z_axis(), Axis::linear("slope", -1.2..=0.2))
            .function("from the logit", |z| -1.0 / (1.0 + z.exp()))
            .function("clipped", slope),
    )
    .save()?;
    Ok(())
}
