//! In an exponential family the slope of the log-partition is the mean and its curvature the variance.

extern crate losses;

use losses::prelude::*;
use std::f64::consts::TAU;

// ANCHOR: compare
/// Compares a′ and a″ at `eta` with mean and variance of p(y) = h(y) e^(ηy − a(η)).
fn compare(name: &str, a: fn(f64) -> f64, eta: f64, y: &Array1<f64>, h: &Array1<f64>) {
    let p = (eta * y - a(eta)).exp() * h;
    let mean = p.dot(y);
    let variance = p.dot(&(y - mean).powi(2));
    let step = 1e-4;
    let slope = (a(eta + step) - a(eta - step)) / (2.0 * step);
    let curvature = (a(eta + step) - 2.0 * a(eta) + a(eta - step)) / (step * step);
    println!("{name:20} {eta:4} {slope:7.4} {mean:7.4} {curvature:8.4} {variance:10.4}");
    assert_relative_eq!(p.sum(), 1.0, max_relative = 1e-6);
    assert_relative_eq!(slope, mean, max_relative = 1e-4);
    assert_relative_eq!(curvature, variance, max_relative = 1e-4);
}
// ANCHOR_END: compare

// ANCHOR: program
fn main() -> Result<(), LossError> {
    println!("family                  η   a'(η)    mean   a''(η)   variance");
    let a = |eta: f64| eta.exp().ln_1p();
    compare(
        "Bernoulli, logit",
        a,
        0.8,
        &array![0.0, 1.0],
        &Array1::ones(2),
    );
    let y = Array1::from_iter((0..120).map(f64::from));
    // At the mean 1 the loss is 1 + ln y!.
    let h = (1.0 - poisson_negative_log_likelihood(&Array1::zeros(120), &y)?).exp();
    compare("Poisson, ln mean", f64::exp, 1.2, &y, &h);
    let y = Array1::linspace(-14.9995, 14.9995, 30_000);
    let h = y.mapv(|y: f64| 1e-3 * (-0.5 * y * y).exp() / TAU.sqrt());
    compare("normal, variance 1", |eta| eta * eta / 2.0, 1.5, &y, &h);
    let y = Array1::linspace(0.0005, 59.9995, 60_000);
    let h = Array1::from_elem(60_000, 1e-3);
    compare("exponential, −rate", |eta| -(-eta).ln(), -0.5, &y, &h);
    Ok(())
}
// ANCHOR_END: program
