//! From a confidently wrong start z, squared error takes about e^|z| / 2 steps, cross-entropy |z|.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Probability of label 1 at each step of gradient descent, until it is above 0.9.
fn train(start: f64, cross_entropy: bool) -> Result<Vec<f64>, LossError> {
    let (mut z, y, mut path) = (array![start], array![1.0], Vec::new());
    while path.last().is_none_or(|&p| p <= 0.9) {
        let p = sigmoid(&z);
        path.push(p[0]);
        let through_sigmoid = squared_error_gradient(&p, &y)? * &p * (1.0 - &p);
        let slope = binary_cross_entropy_with_logits_gradient(&z, &y)?;
        z -= [&through_sigmoid, &slope][usize::from(cross_entropy)];
    }
    Ok(path)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Antiderivatives of −1 / slope: how long the flow dz/dt = −slope takes.
    let fast: fn(f64) -> f64 = |z| z + z.exp();
    let slow: fn(f64) -> f64 = |z| {
        let odds = z.exp();
        1.5 * (z + odds) + odds * odds / 4.0 - 0.5 / odds
    };
    println!("start   loss             steps   time of the flow");
    for start in [-2.0, -5.0, -8.0, -10.0] {
        for (name, of) in [("cross-entropy", fast), ("squared error", slow)] {
            let steps = train(start, name == "cross-entropy")?.len() - 1;
            let time = of(9.0_f64.ln()) - of(start);
            println!("{start:5}   {name} {steps:8} {time:18.1}");
            assert_relative_eq!(steps as f64, time, epsilon = 1.5, max_relative = 0.02);
        }
    }
    // ANCHOR_END: program

    let curve = |path: Vec<f64>| (1..).map(f64::from).zip(path.into_iter().skip(1));
    let steps = Axis::logarithmic("step", 1.0..=2e4);
    Figure::new(
        "binary_cross_entropy_training",
        "Gradient descent on one example with label 1, from a logit of −10",
        "Two curves over a logarithmic axis. With cross-entropy the probability climbs to 0.9 by \
         step 21. With squared error it stays near 0 for 10,000 steps and then jumps.",
    )
    .panel(
        Panel::new(steps, Axis::linear("probability of label 1", 0.0..=1.0))
            .line("cross-entropy", curve(train(-10.0, true)?))
            .line("squared error", curve(train(-10.0, false)?)),
    )
    .save()?;
    Ok(())
}
