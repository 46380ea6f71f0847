//! Counts that vary more than Poisson leave the fitted mean right and its standard error too small.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

/// Probabilities of the counts 0, 1, …: a Poisson mean that is itself gamma distributed.
fn negative_binomial(mean: f64, shape: f64) -> Array1<f64> {
    let mut p = (shape / (shape + mean)).powf(shape);
    Array1::from_shape_fn(400, |count| {
        let current = p;
        let count = count as f64;
        p *= (count + shape) / (count + 1.0) * mean / (mean + shape);
        current
    })
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let counts = Array1::from_iter((0..400).map(f64::from));
    println!("mean 4       variance   dispersion   Poisson mean   true/assumed");
    println!("shape                                      fitted   standard error");
    for shape in [0.5, 2.0, 8.0, 1e6] {
        let p = negative_binomial(4.0, shape);
        let mean = p.dot(&counts);
        let variance = p.dot(&(&counts - mean).powi(2));
        // Zero expected gradient: the Poisson fit of infinitely many such counts.
        let mut z = 0.0;
        for _ in 0..100 {
            let log_means = Array1::from_elem(400, z);
            let pulls = poisson_negative_log_likelihood_gradient(&log_means, &counts)?;
            z -= 0.1 * p.dot(&pulls);
        }
        let (fitted, dispersion) = (z.exp(), variance / mean);
        let ratio = dispersion.sqrt();
        println!("{shape:7} {variance:13.4} {dispersion:12.4} {fitted:14.4} {ratio:12.4}");
        assert_relative_eq!(variance, 4.0 + 16.0 / shape, max_relative = 1e-6);
        assert_relative_eq!(fitted, 4.0, max_relative = 1e-6);
    }
    // ANCHOR_END: program
    let log_means = Array1::from_elem(400, 4_f64.ln());
    let poisson = (-poisson_negative_log_likelihood(&log_means, &counts)?).exp();
    let wide = negative_binomial(4.0, 2.0);
    let axis = Axis::linear("count", 0.0..=16.0);
    let points = |it: &Array1<f64>| (0..17).map(|i| (i as f64, it[i])).collect::<Vec<_>>();
    let panel = Panel::new(axis, Axis::linear("probability", 0.0..=0.25))
        .line("Poisson, variance 4", points(&poisson))
        .line("negative binomial, variance 12", points(&wide));
    let title = "Two distributions with the mean four";
    let text =
        "The Poisson distribution is a hump around 4; the other falls from 0 with a long tail.";
    let figure = Figure::new("poisson_likelihood_dispersion", title, text);
    Ok(figure.panel(panel).save()?)
}
