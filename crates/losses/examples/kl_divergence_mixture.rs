//! KL is convex in the pair, so the divergence of two mixtures is at most the mixture of divergences.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let p = |x: f64| 0.5 * density(x + 2.0) + 0.5 * density(x - 2.0);
    let q = |x: f64| 0.5 * density(x + 1.0) + 0.5 * density(x - 4.0);
    let exact: f64 = (-2000..2000)
        .map(|i| 0.01 * (f64::from(i) + 0.5))
        .map(|x| 0.01 * p(x) * (p(x) / q(x)).ln())
        .sum();
    let pairs = |a: f64, b: f64| -> Result<f64, LossError> {
        Ok(gaussian_kl_divergence(
            Gaussian::new(a, 1.0)?,
            Gaussian::new(b, 1.0)?,
        ))
    };
    let bound = 0.5 * pairs(-2.0, -1.0)? + 0.5 * pairs(2.0, 4.0)?;
    let other = 0.5 * pairs(-2.0, 4.0)? + 0.5 * pairs(2.0, -1.0)?;
    println!("KL of the mixtures, by integration   {exact:.4}");
    println!("bound, left with left                {bound:.4}");
    println!("bound, left with right               {other:.4}");
    assert!(exact <= bound && bound <= other);

    let samples = (0..10_000).map(|i| normal(i) + [-2.0, 2.0][i as usize % 2]);
    let ratios = Array1::from_iter(samples.map(|x| (p(x) / q(x)).ln()));
    let (estimate, error) = (mean(&ratios)?, ratios.std(0.0) / 100.0);
    println!("mean log ratio of 10,000 samples     {estimate:.4} ± {error:.4}");
    assert!((estimate - exact).abs() < 2.0 * error);
    // ANCHOR_END: program

    // Convex in the pair: rows of random distributions, mixed half and half.
    let row = |i: u32| Array1::from_iter((0..4).map(|j| 0.05 + normal(4 * i + j).abs()));
    let row = |i: u32| (row(i).clone() / row(i).sum()).insert_axis(Axis(0));
    for i in 0..500 {
        let [p, q, r, s] = [0, 1, 2, 3].map(|k| row(4 * i + k));
        let mixed = kl_divergence(&((&p + &r) / 2.0), &((&q + &s) / 2.0))?[0];
        let mean = (kl_divergence(&p, &q)?[0] + kl_divergence(&r, &s)?[0]) / 2.0;
        assert!(mixed <= mean + 1e-12);
    }
    Ok(())
}

fn density(x: f64) -> f64 {
    (-0.5 * x * x).exp() / std::f64::consts::TAU.sqrt()
}

/// A normal variable from two low-discrepancy sequences, by Box and Muller.
fn normal(i: u32) -> f64 {
    let [u, v] = [0.754_877_666, 0.569_840_291].map(|step| (f64::from(i) * step + 0.5).fract());
    (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}
