//! The logarithm of a softmax is wrong on both ends; log-softmax is right.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!("logit of the   loss by the   from log-softmax");
    println!("wrong class        formula");
    for z in [-40.0, 30.0, 709.0, 710.0, 1000.0] {
        let by_formula = -naive::log_softmax(&[0.0, z])[0];
        let loss = softmax_cross_entropy(&array![[0.0, z]], &array![0])?[0];
        println!("{z:12} {:13.4e} {loss:18.4e}", by_formula.abs());

        // ln(1 + e^z) is e^z far to the left, and z far to the right.
        let limit = if z < 0.0 { z.exp() } else { z };
        assert_relative_eq!(loss, limit, max_relative = 1e-12);
    }
    println!("a probability clipped at 1e-7 costs {:.6}", -1e-7_f64.ln());
    // ANCHOR_END: program

    // Exponentials rounded from f64, lest the figure depend on the C library.
    let shifted = |z: f64| -f64::from(((-z).exp() as f32).ln()) - z;
    let unshifted = |z: f64| -f64::from((1.0 / (1.0 + z.exp() as f32)).ln()) - z;
    Figure::new(
        "categorical_cross_entropy_naive_loss",
        "Error of the loss in single precision, by the logarithm of a softmax",
        "Two lines over the logit of the wrong class. That of the textbook softmax is at zero and \
         ends at 88.7. That of the shifted softmax goes on, begins to saw, and ends at 104.",
    )
    .panel(
        Panel::new(
            Axis::linear(
                "logit of the wrong class, the true one being 0",
                80.0..=110.0,
            ),
            Axis::linear("computed loss − true loss in nats", -0.8..=0.6),
        )
        .function("ln of the shifted softmax", shifted)
        .function("ln of the softmax", unshifted)
        .vertical_line("beyond: infinite", f64::from(f32::MAX.ln()))
        .vertical_line("beyond: both infinite", 103.97),
    )
    .save()?;
    Ok(())
}
