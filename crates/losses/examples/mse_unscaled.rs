//! A large target makes descent diverge; clipping bounds it, scaling makes it converge.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("run                       step that is not finite   last predictions");
    for (name, unit, limit) in [
        ("price in thousands", 1.0, f64::INFINITY),
        ("the same, clipped", 1.0, 10.0),
        ("price divided by 250", 250.0, f64::INFINITY),
    ] {
        // Two linear layers of one unit each predict a price of 250 thousand.
        let (mut u, mut v) = (0.5, 0.5);
        let mut predictions = Vec::new();
        for _ in 0..2000 {
            predictions.push(u * v * unit);
            let slope = squared_error_gradient(&array![u * v], &array![250.0 / unit])?[0];
            let norm = (slope * v).hypot(slope * u);
            let step = 0.01 * slope * if norm > limit { limit / norm } else { 1.0 };
            (u, v) = (u - step * v, v - step * u);
        }
        let failed = predictions.iter().position(|it| !it.is_finite());
        let failed = failed.map_or("none".into(), |it| it.to_string());
        let [before, last] = [1998, 1999].map(|step| predictions[step]);
        println!("{name:<24} {failed:>24} {before:10.3} {last:9.3}");
    }
    // ANCHOR_END: program
    Ok(())
}
