//! Squared error of a logarithm fits the geometric mean.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let normal = Array1::from_iter((0..20_000).map(normal));
    let coin = Array1::from_iter((0..20_000).map(|i| if i % 2 == 0 { -1.0 } else { 1.0 }));
    println!("ln price        exp of fit   ... e^(σ²/2)   smeared   mean price");
    for (name, noise, mean_factor) in [
        ("normal", normal, 0.32_f64.exp()),
        ("two values", coin, 0.8_f64.cosh()),
    ] {
        let prices = (200.0_f64.ln() + 0.8 * noise).exp();
        let logarithms = prices.ln();

        // Gradient descent on the mean squared error of one constant.
        let mut fitted = Array1::zeros(20_000);
        for _ in 0..60 {
            fitted -= 0.25 * mean(&squared_error_gradient(&fitted, &logarithms)?)?;
        }
        let residuals = &logarithms - &fitted;
        let variance = mean(&squared_error(&fitted, &logarithms)?)?;
        let back = fitted[0].exp();
        let (corrected, smeared) = (
            back * (variance / 2.0).exp(),
            back * mean(&residuals.exp())?,
        );
        let price = mean(&prices)?;
        println!("{name:<12} {back:>12.2} {corrected:>15.2} {smeared:>9.2} {price:>12.2}");
        assert_relative_eq!(back, 200.0, max_relative = 1e-2);
        assert_relative_eq!(price, 200.0 * mean_factor, max_relative = 1e-2);
        assert_relative_eq!(smeared, price, max_relative = 1e-9);
    }
    // ANCHOR_END: program
    Ok(())
}

/// A normal variable from two low-discrepancy sequences, by Box and Muller.
fn normal(i: u32) -> f64 {
    let [u, v] = [0.754_877_666, 0.569_840_291].map(|step| (f64::from(i) * step + 0.5).fract());
    (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}
