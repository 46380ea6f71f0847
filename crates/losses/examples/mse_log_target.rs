//! Squared error on the logarithm fits the geometric mean, which is below the mean.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let normal = Array1::from_iter((0..20_000).map(normal));
    let coin = Array1::from_iter((0..20_000).map(|i| [-1.0, 1.0][i % 2]));
    println!("noise of ln y    exp of fit   times e^(σ²/2)   smeared   mean of y");
    // The mean of e^(0.8 ε) by hand: e^(0.8² / 2) for normal ε, cosh 0.8 for a coin.
    let normal = ("normal", normal, f64::exp(0.32));
    let coin = ("plus or minus", coin, 0.8_f64.cosh());
    for (name, noise, factor) in [normal, coin] {
        let logarithms = 200.0_f64.ln() + 0.8 * noise;
        let y = logarithms.exp();

        // Gradient descent on the mean squared error of one constant.
        let (mut fitted, constant) = (0.0, |it| Array1::from_elem(20_000, it));
        for _ in 0..60 {
            fitted -= 0.25 * mean(&squared_error_gradient(&constant(fitted), &logarithms)?)?;
        }
        let back = f64::exp(fitted);
        let variance = mean(&squared_error(&constant(fitted), &logarithms)?)?;
        let corrected = back * f64::exp(variance / 2.0);
        // Smearing: the mean of the exponentials of the residuals of ln y.
        let smeared = back * mean(&(&logarithms - fitted).exp())?;
        let center = mean(&y)?;
        println!("{name:<16} {back:10.2} {corrected:16.2} {smeared:9.2} {center:11.2}");
        assert_relative_eq!(back, 200.0, max_relative = 1e-3);
        assert_relative_eq!(smeared, 200.0 * factor, max_relative = 2e-3);
    }
    // ANCHOR_END: program

    let density = |y: f64| (-0.5 * ((y / 200.0).ln() / 0.8).powi(2)).exp() / y;
    let curve = (1..=700).map(|y| (f64::from(y), density(f64::from(y)) / density(100.0)));
    let panel = Panel::new(
        Axis::linear("y", 0.0..=700.0),
        Axis::linear("relative density", 0.0..=1.2),
    )
    .area("normal ln y", curve)
    .vertical_line("exp of fit", 200.0)
    .vertical_line("mean", 200.0 * f64::exp(0.32));
    let title = "What squared error on the logarithm and on y itself fit";
    let description =
        "A density with a long right tail; the mean lies right of the exp of the fit.";
    Figure::new("mse_log_target", title, description)
        .panel(panel)
        .save()?;
    Ok(())
}

/// A normal variable from two low-discrepancy sequences, by Box and Muller.
fn normal(i: u32) -> f64 {
    let [u, v] = [0.754_877_666, 0.569_840_291].map(|step| (f64::from(i) * step + 0.5).fract());
    (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}
