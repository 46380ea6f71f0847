//! With 1 % positives the plain model is calibrated, and the threshold c_fp / (c_fp + c_fn) costs least.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// The logits a + b x fitted by Newton's method to the shares of a population at each x.
fn fit(x: &Array1<f64>, positive: &Array1<f64>, negative: &Array1<f64>) -> Array1<f64> {
    let (mut a, mut b) = (0.0, 0.0);
    for _ in 0..30 {
        let p = sigmoid(&(x * b + a));
        let slope = (positive + negative) * &p - positive;
        let weight = (positive + negative) * &p * &(1.0 - &p);
        let (s0, s1, s2) = (weight.sum(), weight.dot(x), (&weight * x).dot(x));
        let (g0, g1) = (slope.sum(), slope.dot(x));
        let determinant = s0 * s2 - s1 * s1;
        a -= (s2 * g0 - s1 * g1) / determinant;
        b -= (s0 * g1 - s1 * g0) / determinant;
    }
    sigmoid(&(x * b + a))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let x = Array1::linspace(-5.0, 7.0, 1201);
    let bell = |center: f64| {
        let bell = x.map(|x| (-(x - center).powi(2) / 2.0).exp());
        &bell / bell.sum()
    };
    let (positive, negative) = (0.01 * bell(2.0), 0.99 * bell(0.0));
    let plain = fit(&x, &positive, &negative);
    let weighted = fit(&x, &(99.0 * &positive), &negative);
    let undone = weighted.map(|p| p / (p + 99.0 * (1.0 - p)));
