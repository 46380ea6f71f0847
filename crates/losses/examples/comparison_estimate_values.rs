//! Squared error fits the mean, absolute error the median, Huber a point between; one far target moves only the first.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("targets              squared  absolute   Huber, delta 2");
    for last in [13.0, 1013.0] {
        let targets = array![0.0, 1.0, 2.0, 4.0, last];
        let constant = |prediction| Array1::from_elem(5, prediction);

        // A search that knows the losses and nothing of statistics …
        let squared = minimizer(|it| Ok(sum(&squared_error(&constant(it), &targets)?)))?;
        let absolute = minimizer(|it| Ok(sum(&absolute_error(&constant(it), &targets)?)))?;
        let huber = minimizer(|it| Ok(sum(&huber(&constant(it), &targets, 2.0)?)))?;
        println!("0, 1, 2, 4, {last:<7} {squared:>8.4} {absolute:>9.4} {huber:>8.4}");

        // … finds the mean, the middle target, and where clipped residuals balance:
        // (c − 1) + (c − 2) + (c − 4) = 0, since 0 and the last cancel at ±2.
        assert_relative_eq!(squared, targets.sum() / 5.0, max_relative = 1e-6);
        assert_relative_eq!(absolute, targets[2], max_relative = 1e-6);
        assert_relative_eq!(huber, 7.0 / 3.0, max_relative = 1e-6);
    }
    // ANCHOR_END: program
    Ok(())
}

/// Golden-section search for the minimizer of a convex function on [−2000, 2000].
fn minimizer(loss: impl Fn(f64) -> Result<f64, LossError>) -> Result<f64, LossError> {
    let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
    let (mut low, mut high) = (-2000.0, 2000.0);
    for _ in 0..100 {
        let (left, right) = (high - golden * (high - low), low + golden * (high - low));
        if loss(left)? < loss(right)? {
            high = right;
        } else {
            low = left;
        }
    }
    Ok((low + high) / 2.0)
}
