//! On every path of noise the logarithm inside of the ELBO is the same number as the sum of the comparisons of steps back: Bayes' rule telescopes.

extern crate losses;

use losses::prelude::*;

const BETAS: [f64; 5] = [0.1, 0.2, 0.3, 0.4, 0.5];

fn main() -> Result<(), LossError> {
    let left = |t: usize| BETAS[..t].iter().map(|it| 1.0 - it).product::<f64>();
    // ANCHOR: program
    // A model of the step back, as wrong as any; x₀ and four paths of noise.
    let model = |t: usize, from: f64, to: f64| log_normal(to, 0.8 * from - 0.1, BETAS[t - 1]);
    println!("path   ln p(x₀…) − ln q(x₁…|x₀)   start   steps back   reconstruction");
    for seed in 1..=4 {
        let mut x = vec![0.7];
        for (t, beta) in BETAS.iter().enumerate() {
            let noise = 1.5 * (7.3 * f64::from(seed) + 4.1 * t as f64).sin();
            x.push((1.0 - beta).sqrt() * x[t] + beta.sqrt() * noise);
        }
        let mut direct = log_normal(x[5], 0.0, 1.0);
        let mut back = 0.0;
        for t in 1..=5 {
            let (beta, here, before) = (BETAS[t - 1], left(t), left(t - 1));
            direct += model(t, x[t], x[t - 1]);
            direct -= log_normal(x[t], (1.0 - beta).sqrt() * x[t - 1], beta);
            if t > 1 {
                let of_start = before.sqrt() * beta / (1.0 - here);
                let of_now = (1.0 - beta).sqrt() * (1.0 - before) / (1.0 - here);
                let variance = beta * (1.0 - before) / (1.0 - here);
                let mean = of_start * x[0] + of_now * x[t];
                back += model(t, x[t], x[t - 1]) - log_normal(x[t - 1], mean, variance);
            }
        }
        let end = log_normal(x[5], left(5).sqrt() * x[0], 1.0 - left(5));
        let (start, first) = (log_normal(x[5], 0.0, 1.0) - end, model(1, x[1], x[0]));
        println!("{seed:4} {direct:26.6} {start:7.4} {back:12.4} {first:16.4}");
        assert_relative_eq!(direct, start + back + first, max_relative = 1e-12);
    }
    // ANCHOR_END: program
    Ok(())
}

/// The logarithm of the normal density.
fn log_normal(x: f64, mean: f64, variance: f64) -> f64 {
    -0.5 * ((x - mean).powi(2) / variance + (2.0 * std::f64::consts::PI * variance).ln())
}
