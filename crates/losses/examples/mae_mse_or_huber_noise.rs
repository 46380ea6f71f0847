//! No loss is best for every noise: each of the three has its own.

extern crate losses;

use losses::prelude::*;
use std::f64::consts::{FRAC_PI_2, TAU};

fn main() {
    let mut state = 1_u64;
    let mut uniform = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005);
        ((state >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    };
    println!("1000 samples of 401: 401 × variance of the fitted constant");
    // ANCHOR: program
    println!("noise                    squared   absolute   Huber, δ = 1.345");
    for (name, variances) in [
        // By hand, for the mean the variance, for the median 1 / (4 f(0)²).
        ("uniform, deviation 1", [1.0, 3.0]),
        ("Gaussian", [1.0, FRAC_PI_2]),
        ("Laplace", [2.0, 1.0]),
        (
            "Gaussian, 5 % wild",
            [0.95 + 5.0, FRAC_PI_2 / (0.955 * 0.955)],
        ),
    ] {
        let mut noise = || match name {
            "uniform, deviation 1" => 12.0_f64.sqrt() * (uniform() - 0.5),
            "Laplace" => -uniform().ln() * (uniform() - 0.5).signum(),
            _ => {
                let wild = name.ends_with("wild") && uniform() < 0.05;
                let width = if wild { 10.0 } else { 1.0 };
                width * (-2.0 * uniform().ln()).sqrt() * (TAU * uniform()).cos()
            }
        };
        let fits = Vec::from_iter((0..1000).map(|_| fit((0..401).map(|_| noise()).collect())));
        let [mean, median, huber] = [0, 1, 2].map(|it| {
            fits.iter()
                .map(|fit| 0.401 * fit[it] * fit[it])
                .sum::<f64>()
        });
        println!("{name:<22} {mean:9.3} {median:10.3} {huber:18.3}");
        assert_relative_eq!(mean, variances[0], max_relative = 0.12);
        assert_relative_eq!(median, variances[1], max_relative = 0.12);
    }
    // ANCHOR_END: program
}

/// Mean, median, and the center about which residuals clipped at 1.345 balance.
fn fit(mut sample: Vec<f64>) -> [f64; 3] {
    let median = *sample.select_nth_unstable_by(200, f64::total_cmp).1;
    let average = |f: &dyn Fn(f64) -> f64| sample.iter().map(|&y| f(y)).sum::<f64>() / 401.0;
    let step = |c: f64, _| c + average(&|y| (y - c).clamp(-1.345, 1.345));
    [average(&|y| y), median, (0..10).fold(median, step)]
}
