//! A model of mean and log-variance finds noise that grows with the input.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let x = Array1::linspace(0.0, 1.0, 200);
    let noise = Array1::from_iter((0..200).map(normal));
    let y = 1.0 + 2.0 * &x + x.mapv(|x| 0.2 * 5.0_f64.powf(x)) * noise;

    // Mean a + bx and log-variance c + dx, by gradient descent on ½(s + r² e⁻ˢ).
    let [mut a, mut b, mut c, mut d] = [0.0; 4];
    for _ in 0..10_000 {
        let (r, s) = (a + b * &x - &y, c + d * &x);
        let by_mean = &r * (-s).exp();
        let by_log_variance = 0.5 * (1.0 - &r * &by_mean);
        a -= 0.05 * mean(&by_mean)?;
        b -= 0.05 * mean(&(by_mean * &x))?;
        c -= 0.05 * mean(&by_log_variance)?;
        d -= 0.05 * mean(&(by_log_variance * &x))?;
    }
    let deviation = |x: f64| (0.5 * (c + d * x)).exp();
    println!("                               true   fitted");
    println!("mean at x = 0                 1.000 {a:8.3}");
    println!("mean at x = 1                 3.000 {:8.3}", a + b);
    println!("standard deviation at x = 0   0.200 {:8.3}", deviation(0.0));
    println!("standard deviation at x = 1   1.000 {:8.3}", deviation(1.0));

    // At the minimum: a weighted least-squares line, and r² / σ² is 1 on average.
    let weight = x.mapv(|x| deviation(x).powi(-2));
    let center = |it: &Array1<f64>| it - weight.dot(it) / weight.sum();
    let slope = (&weight * &center(&x)).dot(&center(&y)) / (&weight * &center(&x)).dot(&center(&x));
    let mean_square = mean(&(&weight * &squared_error(&(a + b * &x), &y)?))?;
    println!("mean of squared residual / variance {mean_square:8.3}");
    assert_abs_diff_eq!(array![b, mean_square], array![slope, 1.0], epsilon = 1e-6);
    // ANCHOR_END: program

    let line = |width: f64| move |x: f64| a + b * x + width * deviation(x);
    let panel = Panel::new(Axis::linear("x", 0.0..=1.0), Axis::linear("y", 0.0..=5.0))
        .points("targets", x.into_iter().zip(y))
        .function("mean", line(0.0))
        .function("mean ± 2 standard deviations", line(-2.0))
        .function("mean ± 2 standard deviations", line(2.0));
    let title = "Predicted mean and spread";
    let description = "Targets rise and spread with x; lines two deviations off open like a fan.";
    Figure::new("mse_variance", title, description)
        .panel(panel)
        .save()?;
    Ok(())
}

/// A normal variable from two low-discrepancy sequences, by Box and Muller.
fn normal(i: u32) -> f64 {
    let [u, v] = [0.754_877_666, 0.569_840_291].map(|step| (f64::from(i) * step + 0.5).fract());
    (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}
