//! The derivatives of the log-partition function are the mean and the variance.

extern crate losses;

use losses::prelude::*;

type Logarithm = fn(f64) -> f64;

fn main() {
    // ANCHOR: program
    let counts = Array1::from_iter((0..200).map(f64::from));
    let line = Array1::linspace(-30.0, 30.0, 60_001);
    let positive = Array1::linspace(2.5e-4, 199.999_75, 400_000);
    let families: [(&str, Array1<f64>, f64, Logarithm, f64); 4] = [
        ("Bernoulli", array![0.0, 1.0], 1.0, |_| 0.0, 0.7),
        ("Poisson", counts, 1.0, |y| -log_factorial(y), 0.7),
        ("Gaussian, variance 1", line, 0.001, |y| -y * y / 2.0, 0.7),
        ("exponential", positive, 5e-4, |_| 0.0, -0.7),
    ];
    // The means in closed form.
    let known = [sigmoid(&array![0.7])[0], 0.7_f64.exp(), 0.7, 1.0 / 0.7];
    println!("family                   η       a'     mean      a''   variance");
    for ((name, y, width, base, eta), known) in families.into_iter().zip(known) {
        let base = y.map(|&y| base(y));
        let log_sum = |eta: f64| ((&y * eta + &base).exp().sum() * width).ln();
        let weight = (&y * eta + &base - log_sum(eta)).exp() * width;
        let average = weight.dot(&y);
        let variance = weight.dot(&(&y - average).powi(2));
        let (up, here, down) = (log_sum(eta + 1e-3), log_sum(eta), log_sum(eta - 1e-3));
        let (first, second) = ((up - down) / 2e-3, (up - 2.0 * here + down) / 1e-6);
        print!("{name:<21} {eta:4.1} {first:8.4} {average:8.4}");
        println!(" {second:8.4} {variance:10.4}");
        assert_relative_eq!(first, average, max_relative = 1e-5);
        assert_relative_eq!(second, variance, max_relative = 1e-4);
        assert_relative_eq!(average, known, max_relative = 1e-5);
    }
    // ANCHOR_END: program
}

fn log_factorial(y: f64) -> f64 {
    (1..=y as u32).map(|k| f64::from(k).ln()).sum()
}
