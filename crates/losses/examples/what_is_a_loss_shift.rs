//! Inputs that are distributed differently later: weights by the density ratio bring the later fit.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Least squares for a line, each example with a weight: intercept and slope.
fn line(x: &Array1<f64>, y: &Array1<f64>, weights: &Array1<f64>) -> [f64; 2] {
    let average = |values: &Array1<f64>| values.dot(weights) / weights.sum();
    let (center, level) = (average(x), average(y));
    let slope = average(&((x - center) * (y - level))) / average(&(x - center).pow2());
    [level - slope * center, slope]
}

fn main() -> Result<(), LossError> {
    // Training inputs are even on 0 to 2; later their density rises as x/2.
    let x = Array1::from_iter((0..2000).map(|i| (f64::from(i) + 0.5) / 1000.0));
    let later = Array1::from_iter((0..2000).map(|i| 2.0 * ((f64::from(i) + 0.5) / 2000.0).sqrt()));
    let even = Array1::ones(2000);
    let mut errors = Vec::new();
    println!("truth          fit             intercept    slope   error later");
    for (name, truth) in [
        ("x squared", square as fn(f64) -> f64),
        ("3x + 1", straight),
    ] {
        let (y, y_later) = (x.mapv(truth), later.mapv(truth));
        for (fit, [a, b]) in [
            ("plain", line(&x, &y, &even)),
            ("weights x", line(&x, &y, &x)),
            ("later data", line(&later, &y_later, &even)),
        ] {
            let error = mean(&squared_error(&(a + b * &later), &y_later)?)?;
            errors.push(error);
            println!("{name:14} {fit:12} {a:12.4} {b:8.4} {error:13.4}");
        }
    }
    // ANCHOR_END: program

    let effective = x.sum().powi(2) / x.pow2().sum();
    println!("2,000 weighted examples count as {effective:.0}");
    // By hand, with the means 2^(k + 1) / (k + 2) of the powers of a later input.
    let by_hand = [4.0 / 45.0, 4.0 / 75.0, 4.0 / 75.0, 0.0, 0.0, 0.0];
    for (error, by_hand) in errors.into_iter().zip(by_hand) {
        assert_abs_diff_eq!(error, by_hand, epsilon = 1e-5);
    }
    assert_abs_diff_eq!(line(&x, &x.mapv(square), &x)[1], 2.4, epsilon = 1e-3);
    Ok(())
}

fn square(x: f64) -> f64 {
    x * x
}
fn straight(x: f64) -> f64 {
    3.0 * x + 1.0
}
