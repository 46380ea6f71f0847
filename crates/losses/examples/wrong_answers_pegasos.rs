//! A Pegasos that applies the label twice does not see the label.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

#[rustfmt::skip] // One claim a line.
fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let x = array![2.0, 1.5, 3.0, -1.0, -2.5, -0.5];
    println!("{:34}{:>12}{:>14}", "S10 right of 6", "label once", "label twice");
    for (what, sign) in [("labels 1 where x > 0", 1.0), ("labels 1 where x < 0", -1.0)] {
        let y = x.mapv(|it: f64| sign * it.signum());
        let right_of = |twice: bool| {
            let mut w = 0.0;
            for step in 1..=600 {
                let (x, y) = (x[step % 6], y[step % 6]);
                let rate = 1.0 / (0.1 * step as f64);
                let seen = if twice { y * (y * x) } else { y * x };
                w = (1.0 - rate * 0.1) * w + if w * seen < 1.0 { rate * seen } else { 0.0 };
            }
            x.iter().zip(&y).filter(|(x, y)| w * **x * **y > 0.0).count()
        };
        let (once, twice) = (right_of(false), right_of(true));
        println!("{what:34}{once:>12}{twice:>14}");
        // The square of the label is 1 either way, so the weight is the same.
        assert_eq!((once, twice), (6, if sign > 0.0 { 6 } else { 0 }));
    }
    // ANCHOR_END: program
    Ok(())
}
