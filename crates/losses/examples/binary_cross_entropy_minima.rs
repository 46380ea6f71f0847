//! One weight, four examples: squared error has two minima, cross-entropy has one.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Mean loss and its slope in the one weight.
fn at(weight: f64, use_cross_entropy: bool) -> Result<[f64; 2], LossError> {
    let (x, y) = (array![10.0, 1.0, 1.0, 0.1], array![1.0, 0.0, 0.0, 1.0]);
    let z = weight * &x;
    let p = sigmoid(&z);
    let (losses, slopes) = match use_cross_entropy {
        true => (binary_cross_entropy_with_logits(&z, &y), p - &y),
        false => (squared_error(&p, &y), 2.0 * (&p - &y) * &p * (1.0 - &p)),
    };
    Ok([mean(&losses?)?, mean(&(slopes * &x))?])
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("loss            start   trained weight   mean loss");
    for (name, use_cross_entropy) in [("cross-entropy", true), ("squared error", false)] {
        for start in [-5.0, 1.0] {
            let mut weight = start;
            for _ in 0..20_000 {
                weight -= 0.1 * at(weight, use_cross_entropy)?[1];
            }
            let loss = at(weight, use_cross_entropy)?[0];
            println!("{name:13} {start:7} {weight:16.4} {loss:11.4}");
            assert!(loss < at(weight - 0.01, use_cross_entropy)?[0]);
            assert!(loss < at(weight + 0.01, use_cross_entropy)?[0]);
        }
    }
    // ANCHOR_END: program

    let w_axis = || Axis::linear("weight", -6.0..=2.0);
    let curve =
        |use_cross_entropy| move |w| at(w, use_cross_entropy).map_or(f64::NAN, |[loss, _]| loss);
    Figure::new(
        "binary_cross_entropy_minima",
        "Mean loss of four examples over one weight",
        "Two panels over the weight. The cross-entropy is one valley. The squared error has a deep \
         valley at 0.15, a hill near −0.4, and a shallow valley at −2.35.",
    )
    .panel(
        Panel::new(w_axis(), Axis::linear("mean cross-entropy", 0.0..=16.0))
            .function("", curve(true))
            .annotate("0.21", (0.2136, 0.6014)),
    )
    .panel(
        Panel::new(w_axis(), Axis::linear("mean squared error", 0.2..=0.45))
            .function("", curve(false))
            .annotate("−2.35", (-2.3529, 0.3318))
            .annotate("0.15", (0.1544, 0.2143)),
    )
    .save()?;
    Ok(())
}
