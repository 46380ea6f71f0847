//! On separable data the loss has no minimum: the weight grows like the logarithm of the steps.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Weight after each step of gradient descent on four examples; p = σ(weight · x).
fn train(y: [f64; 4], decay: i32, penalty: f64) -> Vec<f64> {
    let mut weights = vec![0.0];
    for step in 1..=100_000 {
        let weight: f64 = weights[step - 1];
        let slope = |(x, y): (f64, f64)| (1.0 / (1.0 + (-weight * x).exp()) - y) * x;
        let slopes = [-2.0, -1.0, 1.0, 2.0].into_iter().zip(y).map(slope);
        let step_size = (step as f64).powi(-decay);
        weights.push(weight - step_size * (slopes.sum::<f64>() / 4.0 + penalty * weight));
    }
    weights
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (separable, flipped) = ([0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 1.0, 1.0]);
    let runs = [
        ("separable", train(separable, 0, 0.0)),
        ("step size 1/t²", train(separable, 2, 0.0)),
        ("L2 penalty 0.01", train(separable, 0, 0.01)),
        ("one label flipped", train(flipped, 0, 0.0)),
    ];
    println!("weight after step        10     1,000   100,000");
    for (name, weights) in &runs {
        let [a, b, c] = [10, 1000, 100_000].map(|step| weights[step]);
        println!("{name:17} {a:9.4} {b:9.4} {c:9.4}");
    }
    let (after, by_hand) = (runs[0].1[100_000], (100_000.0_f64 / 2.0).ln());
    println!("ln(100,000 / 2) = {by_hand:.4}");
    assert_abs_diff_eq!(after, by_hand, epsilon = 1e-3);
    // ANCHOR_END: program

    let (steps, weights) = (
        Axis::logarithmic("step", 1.0..=1e5),
        Axis::linear("weight", 0.0..=12.0),
    );
    let panel = runs
        .into_iter()
        .fold(Panel::new(steps, weights), |panel, (name, weights)| {
            panel.line(name, (0..).map(f64::from).zip(weights).skip(1))
        });
    Figure::new(
        "binary_cross_entropy_separable",
        "Weight of a logistic model during gradient descent",
        "Four curves over the step, on a logarithmic axis. On separable data the weight rises along \
         a straight line without end. The other three level off.",
    )
    .panel(panel)
    .save()?;
    Ok(())
}
