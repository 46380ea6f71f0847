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
    let flat = (clipped_loss(&(&logits + 1e-6))? - &capped) / 1e-6;
    println!("label 1, logits    {logits:7}");
    println!("loss from logits   {losses:7.3}");
    println!("slope              {slopes:7.3}");
    println!("loss, p clipped    {capped:7.3}");
    println!("slope              {flat:7.3}");
    assert_abs_diff_eq!(capped[3], 7.0 * 10.0_f64.ln(), epsilon = 1e-12);

    // The largest loss that each recipe lets through, in f32.
    let nearly_one = [1.0 - 1e-7, 1.0 - 1e-8_f32];
    let [clipped, not_clipped] = nearly_one.map(|p| -(1.0 - p).ln());
    println!("label 0, p clipped at 1 - 1e-7: {clipped:.3}");
    println!("label 0, p clipped at 1 - 1e-8: {not_clipped}");
    println!(
        "label 1, ln(p + 1e-9):          {:.3}",
        -(0.0 + 1e-9_f32).ln()
    );
    println!(
        "label 1, ln p held above -100:  {}",
        -0.0_f32.ln().max(-100.0)
    );
    // ANCHOR_END: program

    let z_axis = Axis::linear("logit z, label 1", -30.0..=0.0);
    let loss = |z: f64| (1.0 + (-z).exp()).ln();
    Figure::new(
        "binary_cross_entropy_clipping",
        "Loss for label 1, from the logit and with the probability clipped at 1e-7",
        "Two curves over the logit from −30 to 0. To the left of −16.1 the clipped loss is level; \
         the loss from the logit goes on rising along a straight line.",
    )
    .panel(
        Panel::new(z_axis, Axis::linear("loss", 0.0..=30.0))
            .function("from the logit", loss)
            .function("clipped", |z| loss(z).min(-epsilon.ln())),
    )
    .save()?;
    Ok(())
}
