//! Through a softmax, squared error stops learning where it is most wrong.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Gradient of the squared error, summed over three classes, in the logits.
fn through_softmax(logits: &Array2<f64>) -> Result<Array2<f64>, LossError> {
    let p = softmax(logits, 1.0)?;
    let jacobian = Array2::from_diag(&p.row(0)) - p.t().dot(&p);
    Ok(squared_error_gradient(&p, &array![[1.0, 0.0, 0.0]])?.dot(&jacobian))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("lead of a wrong class   slope: cross-entropy   squared error");
    for lead in [0.0, 2.0, 5.0, 8.0, 20.0] {
        let logits = array![[0.0, lead, 0.0]];
        let slope = softmax_cross_entropy_gradient(&logits, &array![0])?[[0, 0]];
        let squared = through_softmax(&logits)?[[0, 0]];
        println!("{lead:21} {slope:22.6} {squared:15.1e}");
        let odds = lead.exp();
        assert_relative_eq!(slope, -(1.0 + odds) / (2.0 + odds), max_relative = 1e-9);
        let by_hand = -4.0 * (1.0 + odds + odds * odds) / (2.0 + odds).powi(3);
        assert_relative_eq!(squared, by_hand, max_relative = 1e-9);
    }
    let start = array![[0.0, 8.0, 0.0]];
    let (mut steep, mut flat, mut curves) = (start.clone(), start, Vec::new());
    for _ in 0..=400 {
        curves.push([softmax(&steep, 1.0)?[[0, 0]], softmax(&flat, 1.0)?[[0, 0]]]);
        steep -= &softmax_cross_entropy_gradient(&steep, &array![0])?;
        flat -= &through_softmax(&flat)?;
    }
    let steps = [0, 1].map(|it| curves.iter().take_while(|p| p[it] < 0.5).count());
    println!("steps from 8 behind to one half: {steps:?}");
    // ANCHOR_END: program

    let curve = |it: usize| (0..).map(f64::from).zip(curves.iter().map(move |p| p[it]));
    Figure::new(
        "categorical_cross_entropy_squared_error",
        "Training one confidently wrong example with cross-entropy and with squared error",
        "Two curves over 400 steps. With cross-entropy the probability of the true class rises at \
         once. With squared error it stays near zero for more than 300 steps and then jumps.",
    )
    .panel(
        Panel::new(
            Axis::linear("step of gradient descent", 0.0..=400.0),
            Axis::linear("probability of the true class", 0.0..=1.0),
        )
        .line("cross-entropy", curve(0))
        .line("squared error", curve(1)),
    )
    .save()?;
    Ok(())
}
