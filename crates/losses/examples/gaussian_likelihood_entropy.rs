//! Of all densities with one mean and variance the normal one has the most entropy.

extern crate losses;

use std::f64::consts::{E, PI, TAU};

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    // Densities with mean 0 and variance 1.
    let normal = |x: f64| (-0.5 * x * x).exp() / TAU.sqrt();
    let secant = |x: f64| 0.5 / (0.5 * PI * x).cosh();
    let laplace = |x: f64| (-2.0_f64.sqrt() * x.abs()).exp() / 2.0_f64.sqrt();
    let logistic = |x: f64| PI / 3.0_f64.sqrt() * 0.25 / (PI * x / 12.0_f64.sqrt()).cosh().powi(2);
    let integral = |f: &dyn Fn(f64) -> f64| -> f64 {
        let points = (0..200_000).map(|i| (f64::from(i) + 0.5) / 4000.0 - 25.0);
        points.map(f).sum::<f64>() / 4000.0
    };
    println!("density    variance   entropy   KL to the normal      sum");
    for (name, p) in densities(&[&normal, &logistic, &secant, &laplace]) {
        let variance = integral(&|x| p(x) * x * x);
        let entropy = integral(&|x| -p(x) * p(x).ln());
        let divergence = integral(&|x| p(x) * (p(x).ln() - (normal(x).ln()))).abs();
        let sum = entropy + divergence;
        println!("{name:9} {variance:9.4} {entropy:9.4} {divergence:18.4} {sum:8.4}");
        // By hand: half the logarithm of 2πe.
        assert_abs_diff_eq!(sum, 0.5 * (TAU * E).ln(), epsilon = 1e-6);
    }
    // ANCHOR_END: program
    // The entropies by hand, where they are known.
    let of = |p: &dyn Fn(f64) -> f64| integral(&|x| -p(x) * p(x).ln());
    assert_abs_diff_eq!(of(&laplace), 1.0 + 0.5 * 2.0_f64.ln(), epsilon = 1e-6);
    assert_abs_diff_eq!(of(&secant), 4.0_f64.ln(), epsilon = 1e-6);
    let scale = 3.0_f64.sqrt() / PI;
    assert_abs_diff_eq!(of(&logistic), scale.ln() + 2.0, epsilon = 1e-6);
}

type Density<'a> = &'a dyn Fn(f64) -> f64;

fn densities<'a>(all: &[Density<'a>; 4]) -> [(&'static str, Density<'a>); 4] {
    let [normal, logistic, secant, laplace] = *all;
    [
        ("normal", normal),
        ("logistic", logistic),
        ("secant", secant),
        ("Laplace", laplace),
    ]
}
