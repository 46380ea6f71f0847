//! Temperature repairs a wrong scale, Platt also a wrong offset.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Logits z of deviation 3; the truth is σ(z / 3 − 0.5).
    let z = Array1::linspace(-9.0, 9.0, 721);
    let bell = z.map(|&z: &f64| (-z * z / 18.0).exp());
    let weight = &bell / bell.sum();
    let truth = sigmoid(&(&z / 3.0 - 0.5));
    let (inverse, _) = fit(&z, &truth, &weight, 0.0);
    let (scale, offset) = fit(&z, &truth, &weight, 1.0);
    println!("repair        scale   offset   log loss   mean |p − truth|   right");
    let maps = [
        ("none", 1.0, 0.0),
        ("temperature", inverse, 0.0),
        ("Platt", scale, offset),
    ];
    for (name, scale, offset) in maps {
        let logits = &z * scale + offset;
        let p = sigmoid(&logits);
        let loss = weight.dot(&binary_cross_entropy_with_logits(&logits, &truth)?);
        let gap = weight.dot(&(&p - &truth).abs());
        let right = truth.dot(&(&weight * &p.map(|&p| f64::from(p > 0.5))))
            + (1.0 - &truth).dot(&(&weight * &p.map(|&p| f64::from(p <= 0.5))));
        println!("{name:<12} {scale:6.4} {offset:8.4} {loss:10.4} {gap:18.4} {right:7.4}");
    }
    println!("the temperature is {:.4}", 1.0 / inverse);
    // ANCHOR_END: program
    assert_abs_diff_eq!(scale, 1.0 / 3.0, epsilon = 1e-9);
    assert_abs_diff_eq!(offset, -0.5, epsilon = 1e-9);
    let axis = |name: &str| Axis::linear(name, 0.0..=1.0);
    let panel = Panel::new(axis("stated probability"), axis("share of positives"));
    let panel = maps.into_iter().fold(panel, |panel, (name, a, b)| {
        let stated = sigmoid(&(&z * a + b)).to_vec();
        panel.line(name, stated.into_iter().zip(truth.to_vec()))
    });
    let seen = "Three rising curves. Without repair flat in the middle: the statements are too \
        extreme. Temperature comes close from below, Platt is the diagonal.";
    let title = "Reliability diagram before and after two repairs";
    let figure = Figure::new("imbalance_noise_calibration_repair", title, seen);
    Ok(figure.panel(panel).save()?)
}

/// Scale and offset (which stays 0 if free is 0) of least log loss, by Newton's method.
fn fit(z: &Array1<f64>, truth: &Array1<f64>, weight: &Array1<f64>, free: f64) -> (f64, f64) {
    (0..100).fold((0.2, 0.0), |(a, b), _| {
        let p = sigmoid(&(z * a + b));
        let (slope, bend) = (weight * &(&p - truth), weight * &p * (1.0 - &p));
        let (g1, g0) = (slope.dot(z), free * slope.sum());
        let (s2, s1, s0) = ((&bend * z).dot(z), free * bend.dot(z), bend.sum());
        let d = s0 * s2 - s1 * s1;
        (a - (s0 * g1 - s1 * g0) / d, b - (s2 * g0 - s1 * g1) / d)
    })
}
