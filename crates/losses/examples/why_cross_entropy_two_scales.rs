//! Both losses are convex in the probability; in the logit only cross-entropy is, and only its slope survives a confident mistake.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let one = array![1.0];
    let p_of = |z: f64| sigmoid(&array![z]);
    let log_loss = |z: f64| -> Result<f64, LossError> {
        Ok(binary_cross_entropy_with_logits(&array![z], &one)?[0])
    };
    let square = |z: f64| -> Result<f64, LossError> { Ok(squared_error(&p_of(z), &one)?[0]) };
    println!("label 1          slope in the probability    slope in the logit");
    println!("logit        p   cross-entropy    squared    cross-entropy    squared");
    for z in [-8.0, -4.0, -1.0, 0.0, 2.0] {
        let p = p_of(z);
        let in_p = [
            binary_cross_entropy_gradient(&p, &one)?[0],
            squared_error_gradient(&p, &one)?[0],
        ];
        // The chain rule: the slope of the sigmoid is p (1 − p).
        let in_z = in_p.map(|slope| slope * p[0] * (1.0 - p[0]));
        let h = 1e-4;
        let differences = [
            (log_loss(z + h)? - log_loss(z - h)?) / (2.0 * h),
            (square(z + h)? - square(z - h)?) / (2.0 * h),
        ];
        assert_relative_eq!(in_z[0], differences[0], max_relative = 1e-6);
        assert_relative_eq!(in_z[1], differences[1], max_relative = 1e-6);
        print!("{z:5} {:8.5} {:15.2} {:10.4}", p[0], in_p[0], in_p[1]);
        println!(" {:16.4} {:10.4}", in_z[0], in_z[1]);
    }
    // ANCHOR_END: program
    let y = |most| Axis::linear("loss", 0.0..=most);
    let in_p = Panel::new(Axis::linear("probability of the label", 0.0..=1.0), y(4.0))
        .function(
            "cross-entropy",
            |p| if p > 0.0 { -p.ln() } else { f64::NAN },
        )
        .function("squared error", |p| (1.0 - p).powi(2));
    let in_z = Panel::new(Axis::linear("logit", -8.0..=4.0), y(8.0))
        .function("cross-entropy", |z| log_loss(z).unwrap_or(f64::NAN))
        .function("squared error", |z| square(z).unwrap_or(f64::NAN));
    let text = "Above, two falling curves over the probability, both bent upward. Below, over the logit, \
                cross-entropy is nearly a falling line and squared error a flat step from 1 to 0.";
    Figure::new(
        "why_cross_entropy_two_scales",
        "The same losses over two scales",
        text,
    )
    .panel(in_p)
    .panel(in_z)
    .save()?;
    Ok(())
}
