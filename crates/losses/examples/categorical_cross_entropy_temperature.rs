//! Temperature flattens or sharpens a softmax, and scales its gradient by its inverse.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let logits = array![[2.0, 1.0, 0.1]];
    println!("temperature   softmax                        loss    slope, true");
    for temperature in [0.1, 0.5, 1.0, 2.0, 10.0, 100.0] {
        let probabilities = softmax(&logits, temperature)?;
        let loss_at = |first: f64| {
            let cooled = array![[first, 1.0, 0.1]] / temperature;
            softmax_cross_entropy(&cooled, &array![0])
        };
        let loss = loss_at(2.0)?[0];
        let slope = (probabilities[[0, 0]] - 1.0) / temperature;
        let shown = probabilities.row(0);
        println!("{temperature:11}   {shown:.4} {loss:10.6} {slope:12.6}");

        let difference = (loss_at(2.0 + 1e-5)? - loss_at(2.0 - 1e-5)?) / 2e-5;
        assert_abs_diff_eq!(slope, difference[0], epsilon = 1e-9);
        // The order of the classes never changes, so neither does accuracy.
        assert!(shown[0] > shown[1] && shown[1] > shown[2]);
        // Odds are raised to the power 1 / T.
        assert_relative_eq!(
            shown[0] / shown[1],
            (1.0 / temperature).exp(),
            max_relative = 1e-9
        );
    }
    // ANCHOR_END: program

    let curve = |class: usize| {
        let logits = logits.clone();
        move |temperature: f64| softmax(&logits, temperature).map_or(f64::NAN, |p| p[[0, class]])
    };
    Figure::new(
        "categorical_cross_entropy_temperature",
        "Softmax of the logits 2, 1 and 0.1 over the temperature",
        "Three curves over a logarithmic axis. At low temperature the first class has \
         probability one and the others zero; at high temperature all three approach one third.",
    )
    .panel(
        Panel::new(
            Axis::logarithmic("temperature", 0.1..=100.0),
            Axis::linear("probability", 0.0..=1.0),
        )
        .function("logit 2", curve(0))
        .function("logit 1", curve(1))
        .function("logit 0.1", curve(2))
        .vertical_line("trained here", 1.0),
    )
    .save()?;
    Ok(())
}
