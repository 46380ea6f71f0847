//! A denoiser trained on squared error gives the mean that Bayes' rule gives.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // The clean value is −1 or 1 with equal probability; the noise is normal.
    let variance = 0.5;
    let bell = |r: f64| (-0.5 * r * r / variance).exp();
    let clean = Array2::from_shape_fn((2, 241), |(row, _)| [-1.0, 1.0][row]);
    let noisy = Array2::from_shape_fn((2, 241), |(_, column)| (column as f64 - 120.0) / 20.0);
    let probability = (&noisy - &clean).mapv(bell);
    let probability = &probability / probability.sum();

    // The denoiser a · tanh(b x), by gradient descent on the expected squared error.
    let (mut a, mut b) = (0.5, 0.5);
    for _ in 0..2000 {
        let curve = (b * &noisy).tanh();
        let gradient = &probability * squared_error_gradient(&(a * &curve), &clean)?;
        let by_b = a * (1.0 - &curve * &curve) * &noisy;
        a -= sum(&(&gradient * &curve));
        b -= sum(&(&gradient * by_b));
    }
    println!("noisy  denoised  mean by Bayes  (denoised − noisy) / σ²  slope of ln p");
    let ln_p = |x: f64| (bell(x - 1.0) + bell(x + 1.0)).ln();
    for x in [-1.0, 0.0, 0.5, 2.0] {
        let denoised = a * (b * x).tanh();
        let bayes = (bell(x - 1.0) - bell(x + 1.0)) / (bell(x - 1.0) + bell(x + 1.0));
        let score = (denoised - x) / variance;
        let slope = (ln_p(x + 1e-5) - ln_p(x - 1e-5)) / 2e-5;
        println!("{x:5.1} {denoised:9.4} {bayes:14.4} {score:24.4} {slope:14.4}");
        assert_abs_diff_eq!(denoised, bayes, epsilon = 1e-6);
        assert_abs_diff_eq!(score, slope, epsilon = 1e-6);
    }
    // ANCHOR_END: program

    let [x, y] = [("noisy value", -3.0..=3.0), ("denoised value", -1.5..=1.5)]
        .map(|(label, range)| Axis::linear(label, range));
    let panel = Panel::new(x, y)
        .function("trained denoiser", |x| a * (b * x).tanh())
        .line("clean values", [(-3.0, -1.0), (3.0, -1.0)])
        .line("clean values", [(-3.0, 1.0), (3.0, 1.0)]);
    let title = "What a denoiser learns from squared error";
    let description = "An S-shaped curve between the clean values −1 and 1, through 0 at 0.";
    Figure::new("mse_denoising", title, description)
        .panel(panel)
        .save()?;
    Ok(())
}
