//! From a confidently wrong start z, squared error takes about e^|z| / 2 steps, cross-entropy |z|.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Probability of label 1 after each step of gradient descent, until it is above 0.9.
fn train(start: f64, use_cross_entropy: bool) -> Result<Vec<f64>, LossError> {
    let (mut z, y, mut path) = (array![start], array![1.0], Vec::new());
    while path.last().is_none_or(|&p| p <= 0.9) {
        let p = sigmoid(&z);
        path.push(p[0]);
        z -= &if use_cross_entropy {
            binary_cross_entropy_with_logits_gradient(&z, &y)?
        } else {
            squared_error_gradient(&p, &y)? * &p * (1.0 - &p)
        };
    }
    Ok(path)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // How long dz/dt = −slope takes: the antiderivatives of −1 / slope.
    let of_cross_entropy = |z: f64| z + z.exp();
    let of_squared_error =
        |z: f64| (3.0 * z - (-z).exp() + 3.0 * z.exp() + (2.0 * z).exp() / 2.0) / 2.0;
    println!("start   cross-entropy: steps   time   squared error: steps        time");
    for start in [-2.0, -5.0, -10.0, -15.0_f64] {
        let steps = [
            train(start, true)?.len() - 1,
            train(start, false)?.len() - 1,
        ];
        let end = 9.0_f64.ln();
        let fast = of_cross_entropy(end) - of_cross_entropy(start);
        let slow = of_squared_error(end) - of_squared_error(start);
        println!(
            "{start:5} {:22} {fast:6.1} {:22} {slow:11.1}",
            steps[0], steps[1]
        );
        assert_abs_diff_eq!(steps[0] as f64, fast, epsilon = 1.5);
        assert_relative_eq!(steps[1] as f64, slow, max_relative = 0.02);
    }
    // ANCHOR_END: program

    let curve = |path: Vec<f64>| (1..).map(f64::from).zip(path.into_iter().skip(1));
    Figure::new(
        "binary_cross_entropy_training",
        "Gradient descent on one example with label 1, from a logit of −10",
        "Two curves over the step on a logarithmic axis. With cross-entropy the probability climbs \
         from near 0 to 0.9 between steps 8 and 21. With squared error it stays near 0 for 10,000 \
         steps and then jumps.",
    )
    .panel(
        Panel::new(
            Axis::logarithmic("step", 1.0..=2e4),
            Axis::linear("probability of label 1", 0.0..=1.0),
        )
        .line("cross-entropy", curve(train(-10.0, true)?))
        .line("squared error", curve(train(-10.0, false)?)),
    )
    .save()?;
    Ok(())
}
