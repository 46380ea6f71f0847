//! Two models on one test set: the difference of each example is far more certain than the means.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // The second model scales the logits of the first, and adds a little of its own.
    let n = 1000;
    let wave = |frequency: f64| Array1::from_shape_fn(n, move |i| (frequency * i as f64).sin());
    let labels = wave(1.0).mapv(|it| f64::from(it > 0.0));
    let old = 2.0 * wave(1.0) + 3.0 * wave(2.7);
    let new = 1.1 * &old + 0.2 * wave(1.0);
    let losses = [&old, &new].map(|logits| binary_cross_entropy_with_logits(logits, &labels));
    let [old, new] = losses;
    let (old, new) = (old?, new?);

    let spread = |it: &Array1<f64>| it.std(1.0) / (n as f64).sqrt();
    let difference = &new - &old;
    for (name, values) in [("old", &old), ("new", &new), ("new − old", &difference)] {
        let (mean, error) = (mean(values)?, spread(values));
        println!("{name:<10} mean {mean:8.4}   standard error {error:.4}");
    }
    let apart = spread(&old).hypot(spread(&new));
    println!("as if the two test sets were independent: {apart:.4}");
    // ANCHOR_END: program

    // Var(a − b) = Var a + Var b − 2 Cov(a, b), and Cov over n − 1.
    let (a, b) = (&old - mean(&old)?, &new - mean(&new)?);
    let covariance = (a * b).sum() / (n as f64 - 1.0);
    let variance = old.var(1.0) + new.var(1.0) - 2.0 * covariance;
    assert_relative_eq!(
        spread(&difference),
        (variance / n as f64).sqrt(),
        max_relative = 1e-9
    );
    Ok(())
}
