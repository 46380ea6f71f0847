//! Through a sampled bit: the score estimator is unbiased and wild, straight-through biased, Gumbel between.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    // A bit b is 1 with probability σ(z) = 0.8; minimize the mean of f(b) = (b − 0.45)².
    let (z, p, n) = (4_f64.ln(), 0.8, 400_000);
    let (f, slope) = (|b: f64| (b - 0.45).powi(2), |b: f64| 2.0 * (b - 0.45));
    let exact = p * (1.0 - p) * (f(1.0) - f(0.0));
    println!("estimator of the slope in the logit      mean   deviation   exact {exact:.4}");
    let relaxed = |u: f64, temperature: f64| {
        let soft = sigmoid(&array![(z + (u / (1.0 - u)).ln()) / temperature])[0];
        slope(soft) * soft * (1.0 - soft) / temperature
    };
    let bit = |u: f64| f64::from(u < p);
    let estimators: [(&str, &dyn Fn(f64) -> f64); 5] = [
        ("rounding, as autodiff sees it", &|_| 0.0),
        ("score function (REINFORCE)", &|u| f(bit(u)) * (bit(u) - p)),
        ("straight-through", &|u| slope(bit(u)) * p * (1.0 - p)),
        ("Gumbel-softmax, temperature 1", &|u| relaxed(u, 1.0)),
        ("Gumbel-softmax, temperature 0.1", &|u| relaxed(u, 0.1)),
    ];
    for (name, estimator) in estimators {
        // One draw in the middle of each of n equal parts of (0, 1).
        let draws =
            Array1::from_iter((0..n).map(|i| estimator((f64::from(i) + 0.5) / f64::from(n))));
        let (average, deviation) = (draws.sum() / f64::from(n), draws.std(0.0));
        println!("{name:<38} {average:7.4} {deviation:11.4}");
        if name.starts_with("score") {
            assert_abs_diff_eq!(average, exact, epsilon = 1e-4);
        }
        if name.starts_with("straight") {
            assert_abs_diff_eq!(average, 0.16 * (0.8 * 1.1 - 0.2 * 0.9), epsilon = 1e-4);
        }
    }
    // ANCHOR_END: program
}
