//! The slope that maximizes a Gaussian likelihood is the least-squares slope, whatever σ is.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let x = array![1.0, 2.0, 3.0, 4.0, 5.0];
    let y = array![2.3, 3.6, 6.5, 7.6, 10.4];
    let tau = std::f64::consts::TAU;
    let negative_log_likelihood = |slope: f64, sigma: f64| {
        let density = |r: f64| (-0.5 * (r / sigma).powi(2)).exp() / (sigma * tau.sqrt());
        -(slope * &x - &y).mapv(density).product().ln()
    };
    // The normal equation of least squares, for one feature.
    let least_squares = (&x * &y).sum() / (&x * &x).sum();
    let mse = mean(&squared_error(&(least_squares * &x), &y)?)?;

    println!("  σ   most likely slope   −ln likelihood there");
    for sigma in [0.4, 0.8, 1.6] {
        let slope = minimizer(|slope| negative_log_likelihood(slope, sigma), 1.8);
        let least = negative_log_likelihood(slope, sigma);
        println!("{sigma:.1} {slope:>19.6} {least:>22.6}");
        assert_abs_diff_eq!(slope, least_squares, epsilon = 1e-6);
        let by_mse = 2.5 * (mse / sigma.powi(2) + (tau * sigma.powi(2)).ln());
        assert_relative_eq!(least, by_mse, max_relative = 1e-9);
    }
    let sigma = minimizer(|it| negative_log_likelihood(least_squares, it), 0.3);
    println!("most likely σ² {:.4}; MSE {mse:.4}", sigma * sigma);
    assert_relative_eq!(sigma * sigma, mse, max_relative = 1e-4);
    // ANCHOR_END: program

    let [x, y] = [("slope", 1.7..=2.35), ("−ln likelihood", 0.0..=12.0)]
        .map(|(label, range)| Axis::linear(label, range));
    let panel = Panel::new(x, y)
        .function("σ = 0.4", |slope| negative_log_likelihood(slope, 0.4))
        .function("σ = 0.8", |slope| negative_log_likelihood(slope, 0.8))
        .function("σ = 1.6", |slope| negative_log_likelihood(slope, 1.6))
        .vertical_line("least squares", least_squares);
    let title = "Negative log-likelihood over the slope";
    let description = "Three parabolas, the flatter the larger σ, all lowest at the same slope.";
    Figure::new("mse_likelihood", title, description)
        .panel(panel)
        .save()?;
    Ok(())
}

/// Newton's method, with slope and curvature from three values.
fn minimizer(f: impl Fn(f64) -> f64, mut at: f64) -> f64 {
    for _ in 0..100 {
        let [left, here, right] = [at - 1e-3, at, at + 1e-3].map(&f);
        at += 5e-4 * (left - right) / (left - 2.0 * here + right);
    }
    at
}
