//! Squared error of ln(1 + y): relative for large numbers, absolute for small ones.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("target  forecast   squared error   of ln(1 + y)   of ln y");
    for (target, forecast) in [
        (1000.0, 500.0),
        (1000.0, 1500.0),
        (1000.0, 2000.0),
        (0.0, 1.0),
        (0.01, 0.02),
    ] {
        let (y, forecast) = (array![target], array![forecast]);
        let square = squared_error(&forecast, &y)?[0];
        let of_one_plus = squared_error(&forecast.ln_1p(), &y.ln_1p())?[0];
        let of_logarithm = squared_error(&forecast.ln(), &y.ln())?[0];
        println!(
            "{target:6} {:9} {square:15} {of_one_plus:14.6} {of_logarithm:9.6}",
            forecast[0]
        );
        // Far above 1 the ratio counts, far below 1 the difference.
        let (ratio, limit) = ((forecast[0] / target).ln(), forecast[0] - target);
        if target >= 1000.0 {
            assert_relative_eq!(of_one_plus, ratio * ratio, max_relative = 5e-3);
        } else if forecast[0] < 0.1 {
            assert_relative_eq!(
                of_one_plus,
                limit * limit,
                max_relative = 0.05,
                epsilon = 0.0
            );
        }
    }
    // ANCHOR_END: program
    Ok(())
}
