//! One outlier drags the mean, which squared error fits, and leaves the median alone.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let clean = array![1.0, 2.0, 3.0, 4.0, 5.0];
    let spiked = array![1.0, 2.0, 3.0, 4.0, 100.0];

    println!("targets               mean   median");
    for targets in [&clean, &spiked] {
        let mean_target = mean(targets)?;
        let median = targets[2];
        println!("{targets:<20} {mean_target:>5.1} {median:>8.1}");

        // At the mean the gradient of the total squared error is zero …
        let at_mean = Array1::from_elem(targets.len(), mean_target);
        let gradient = sum(&squared_error_gradient(&at_mean, targets)?);
        assert_abs_diff_eq!(gradient, 0.0, epsilon = 1e-12);

        // … and at the median that of the total absolute error is.
        let at_median = Array1::from_elem(targets.len(), median);
        let gradient = sum(&absolute_error_gradient(&at_median, targets)?);
        assert_abs_diff_eq!(gradient, 0.0);
    }
    // ANCHOR_END: program

    let total = |prediction: f64, loss: fn(f64) -> f64| {
        spiked
            .iter()
            .map(|target| loss(prediction - target))
            .sum::<f64>()
            / spiked.len() as f64
    };
    Figure::new(
        "mse_outlier",
        "Mean loss of one constant prediction for the targets 1, 2, 3, 4 and 100",
        "Two curves over the prediction from 0 to 100. Mean squared error is a parabola with its \
         minimum at 22. Mean absolute error falls steeply to its minimum at 3 and rises slowly.",
    )
    .panel(
        Panel::new(
            Axis::linear("constant prediction", 0.0..=60.0),
            Axis::linear(
                "root of the mean squared error, mean absolute error",
                0.0..=60.0,
            ),
        )
        .function("root mean squared error", |x| total(x, |r| r * r).sqrt())
        .function("mean absolute error", |x| total(x, f64::abs))
        .vertical_line("median 3", 3.0)
        .vertical_line("mean 22", 22.0),
    )
    .save()?;
    Ok(())
}
