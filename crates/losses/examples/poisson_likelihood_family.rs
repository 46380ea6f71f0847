//! In an exponential family the slope of the log-partition is the mean and its curvature the variance.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // The log-partition a(η), and the values y with their weights h(y).
    let counts = Array1::from_iter((0..120).map(f64::from));
    let log_factorials = poisson_negative_log_likelihood(&Array1::zeros(120), &counts)? - 1.0;
    let grid = Array1::linspace(0.0005, 59.9995, 60_000);
    let real = Array1::linspace(-14.9995, 14.9995, 30_000);
    let normal = (-0.5 * &real * &real).exp() * (1e-3 / std::f64::consts::TAU.sqrt());
    type LogPartition = fn(f64) -> f64;
    let families: [(&str, LogPartition, f64, &Array1<f64>, Array1<f64>); 4] = [
        (
            "Bernoulli, logit",
            |eta| eta.exp().ln_1p(),
            0.8,
            &array![0.0, 1.0],
            array![1.0, 1.0],
        ),
        (
            "Poisson, ln mean",
            f64::exp,
            1.2,
            &counts,
            (-log_factorials).exp(),
        ),
        (
            "normal, variance 1",
            |eta| eta * eta / 2.0,
            1.5,
            &real,
            normal,
        ),
        (
            "exponential, -rate",
            |eta| -(-eta).ln(),
            -0.5,
            &grid,
            Array1::from_elem(60_000, 1e-3),
        ),
    ];
    println!("family                 η   a'(η)    mean   a''(η)   variance");
    for (name, a, eta, y, weight) in families {
        let p = (eta * y - a(eta)).exp() * weight;
        let mean = p.dot(y);
        let variance = p.dot(&(y - mean).powi(2));
        let step = 1e-4;
        let slope = (a(eta + step) - a(eta - step)) / (2.0 * step);
        let curvature = (a(eta + step) - 2.0 * a(eta) + a(eta - step)) / (step * step);
        println!("{name:20} {eta:4} {slope:7.4} {mean:7.4} {curvature:8.4} {variance:10.4}");
        assert_relative_eq!(p.sum(), 1.0, max_relative = 1e-6);
        assert_relative_eq!(
            array![slope, curvature],
            array![mean, variance],
            max_relative = 1e-4
        );
    }
    // ANCHOR_END: program
    Ok(())
}
