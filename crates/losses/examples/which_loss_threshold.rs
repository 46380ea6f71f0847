//! With 1 % positives the plain model is calibrated, and the threshold c_fp / (c_fp + c_fn) costs least.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let x = Array1::linspace(-5.0, 7.0, 1201);
    let bell = |center: f64| x.map(|x| (-(x - center).powi(2) / 2.0).exp() / 250.662_827);
    let (positive, negative) = (0.01 * bell(2.0), 0.99 * bell(0.0));
    let all = &positive + &negative;
    let plain = fit(&x, &positive, &negative);
    let weighted = fit(&x, &(99.0 * &positive), &negative);
    let undone = weighted.map(|p| p / (p + 99.0 * (1.0 - p)));
    // A false alarm costs 1, a missed positive 20.
    let cost = |p: &Array1<f64>, threshold: f64| {
        let alarm = p.map(|&p| if p > threshold { 1.0 } else { 0.0 });
        10_000.0 * (negative.dot(&alarm) + 20.0 * positive.dot(&(1.0 - &alarm)))
    };
    let cut = 1.0 / (1.0 + 20.0);
    println!("1 % positives       mean p   cost at 0.5   cost at {cut:.4}");
    let names = ["no weight", "weight 99", "undone"];
    for (name, p) in names.iter().zip([&plain, &weighted, &undone]) {
        let (average, half, best) = (p.dot(&all), cost(p, 0.5), cost(p, cut));
        println!("{name:<18} {average:7.4} {half:13.0} {best:16.0}");
    }
    println!("silence with 0.5 % positives is right in {} %", 100.0 - 0.5);
    let worth = (2.0 * 999_900_f64).powi(2) / (100.0 * 9999_f64.powi(2) + 999_900.0);
    println!("100 of 1,000,000 positive, weight 9,999: worth {worth:.0} of equal weight");
    // ANCHOR_END: program
    let bayes = (&positive / &all).to_vec();
    assert_abs_diff_eq!(plain.to_vec()[..], bayes[..], epsilon = 1e-6);
    assert_abs_diff_eq!(undone.to_vec()[..], bayes[..], epsilon = 1e-6);
    assert!((1..1000).all(|it| cost(&plain, f64::from(it) / 1000.0) >= cost(&plain, cut) - 1.0));

    let across = Axis::logarithmic("threshold", 0.001..=0.99);
    let panel = Panel::new(across, Axis::linear("cost per 10,000", 0.0..=2000.0))
        .function("no weight", |threshold| cost(&plain, threshold))
        .function("weight 99", |threshold| cost(&weighted, threshold))
        .vertical_line("1/21", cut);
    let description = "Two valleys equally deep; the plain model's lies at 1/21, the other right.";
    let figure = Figure::new("which_loss_threshold", "Cost of a threshold", description);
    Ok(figure.panel(panel).save()?)
}

/// Logistic regression by Newton's method.
fn fit(x: &Array1<f64>, positive: &Array1<f64>, negative: &Array1<f64>) -> Array1<f64> {
    let (mut a, mut b) = (0.0, 0.0);
    for _ in 0..30 {
        let (p, all) = (sigmoid(&(x * b + a)), positive + negative);
        let (slope, weight) = (&all * &p - positive, &all * &p * (1.0 - &p));
        let (s0, s1, s2) = (weight.sum(), weight.dot(x), weight.dot(&(x * x)));
        let [g0, g1] = [slope.sum(), slope.dot(x)].map(|g| g / (s0 * s2 - s1 * s1));
        (a, b) = (a - s2 * g0 + s1 * g1, b - s0 * g1 + s1 * g0);
    }
    sigmoid(&(x * b + a))
}
