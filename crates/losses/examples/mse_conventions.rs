//! Sum, mean and half mean of squared errors differ by a factor, which the learning rate can undo.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("convention    n     loss    slope   rate for a step of 0.1");
    for name in ["sum", "mean", "half mean"] {
        for n in [4.0, 8.0] {
            let factor = match name {
                "sum" => 1.0,
                "mean" => 1.0 / n,
                _ => 0.5 / n,
            };
            // Four examples; then each of them twice.
            let repeated = |data: [f64; 4]| data.into_iter().cycle().take(n as usize);
            let predictions = Array1::from_iter(repeated([2.0, 5.0, 4.0, 9.0]));
            let targets = Array1::from_iter(repeated([1.0, 8.0, 2.0, 7.0]));

            // The predictions share a bias: its slope is the sum of their gradients.
            let loss =
                |bias: f64| Ok(factor * sum(&squared_error(&(bias + &predictions), &targets)?));
            let slope = factor * sum(&squared_error_gradient(&predictions, &targets)?);
            let rate = 0.1 / slope;
            println!(
                "{name:<10} {n:>4} {:>8.2} {slope:>8.2} {rate:>24.4}",
                loss(0.0)?
            );

            let by_differences = (loss(1e-3)? - loss(-1e-3)?) / 2e-3;
            assert_relative_eq!(slope, by_differences, max_relative = 1e-9);
            // The mean needs 0.1; the others that, divided by their factor over 1/n.
            assert_relative_eq!(rate, 0.1 / (n * factor), max_relative = 1e-12);
        }
    }
    // ANCHOR_END: program
    Ok(())
}
