//! The median needs more data than the mean for Gaussian noise, and less for heavy tails.

extern crate losses;

use losses::prelude::assert_relative_eq;
use std::f64::consts::TAU;

fn main() {
    // ANCHOR: program
    // A linear congruential generator: the same numbers in each run.
    let mut state = 1_u64;
    let mut uniform = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005);
        state = state.wrapping_add(1_442_695_040_888_963_407);
        ((state >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    };
    println!("samples of 401                  variance of mean by that of median");
    println!("noise                           simulated       4 f(m)² Var");
    for (name, share) in [
        ("Gaussian", 0.0),
        ("Gaussian, 5 % of it tripled", 0.05),
        ("Gaussian, 10 % of it tripled", 0.1),
        ("Gaussian, 20 % of it tripled", 0.2),
    ] {
        let simulated = efficiency(|| {
            let width = if uniform() < share { 3.0 } else { 1.0 };
            width * (-2.0 * uniform().ln()).sqrt() * (TAU * uniform()).cos()
        });
        let density = (1.0 - share + share / 3.0) / TAU.sqrt();
        let theory = 4.0 * density.powi(2) * (1.0 - share + 9.0 * share);
        println!("{name:<30} {simulated:10.3} {theory:17.4}");
        // Two standard errors, 2 √((1 − ρ²) / 2000) each, with the correlation ρ = E|r| / σ.
        assert_relative_eq!(simulated, theory, max_relative = 0.06);
    }
    let laplace = efficiency(|| -uniform().ln() * (uniform() - 0.5).signum());
    println!("{:<30} {laplace:10.3} {:17.4}", "Laplace", 4.0 * 0.25 * 2.0);
    assert_relative_eq!(laplace, 2.0, max_relative = 0.1);
    // ANCHOR_END: program
}

/// From 2,000 samples of 401 each, with the true center 0.
fn efficiency(mut noise: impl FnMut() -> f64) -> f64 {
    let (mut means, mut medians) = (0.0, 0.0);
    for _ in 0..2000 {
        let mut sample: Vec<f64> = (0..401).map(|_| noise()).collect();
        means += (sample.iter().sum::<f64>() / 401.0).powi(2);
        let (_, median, _) = sample.select_nth_unstable_by(200, f64::total_cmp);
        medians += median.powi(2);
    }
    means / medians
}
