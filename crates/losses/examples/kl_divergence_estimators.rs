//! Three estimators of KL(q‖p) from samples of q: what each gets wrong, and by how much.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let (k1, k2, k3) = (|l: f64| -l, |l: f64| 0.5 * l * l, |l: f64| l.exp_m1() - l);
    let samples = Array1::from_iter((0..200_000).map(normal_samples()));
    println!("mean of p  KL(q‖p)  estimator       mean  by hand  deviation  below 0");
    for shift in [0.1_f64, 1.0] {
        let square = shift * shift;
        let exact = gaussian_kl_divergence(Gaussian::new(0.0, 1.0)?, Gaussian::new(shift, 1.0)?);
        // ln r = ln p(x) − ln q(x) is N(−square / 2, square), and so by hand:
        let log_ratio = samples.mapv(|x| shift * x - 0.5 * square);
        let of_k2 = exact + square * square / 8.0;
        let spread_of_k2 = square * (0.5 + 0.25 * square).sqrt();
        let spread_of_k3 = (square.exp_m1() - square).sqrt();
        for (name, estimator, expected, spread) in [
            ("−ln r", k1 as fn(f64) -> f64, exact, shift),
            ("½ (ln r)²", k2, of_k2, spread_of_k2),
            ("r − 1 − ln r", k3, exact, spread_of_k3),
        ] {
            let values = log_ratio.mapv(estimator);
            let (average, deviation) = (mean(&values)?, values.std(0.0));
            let below = 100.0 * mean(&values.mapv(|it| f64::from(it < 0.0)))?;
            print!("{shift:>9} {exact:8.4}  {name:<12} {average:7.4}");
            println!(" {expected:8.4} {deviation:10.4} {below:6.1} %");
            assert_abs_diff_eq!(average, expected, epsilon = 0.007 * spread);
            assert_relative_eq!(deviation, spread, max_relative = 0.02);
        }
    }
    // ANCHOR_END: program
    let (x, y) = (-3.0..=3.0, -3.0..=6.0);
    let panel = Panel::new(Axis::linear("ln r", x), Axis::linear("nats", y))
        .function("k1 = −ln r", k1)
        .function("k2 = ½ (ln r)²", k2)
        .function("k3 = r − 1 − ln r", k3);
    let title = "What one sample contributes to each estimator, over its log ratio";
    let seen = "Three curves over ln r. The first is a falling line, negative on the right half. \
        The second is a parabola. The third touches it at zero, runs below it to the left \
        and above to the right.";
    Figure::new("kl_divergence_estimators", title, seen)
        .panel(panel)
        .save()?;
    Ok(())
}

/// Samples of N(0, 1): a linear congruential generator and Box–Muller.
fn normal_samples() -> impl FnMut(u32) -> f64 {
    let mut state = 1_u64;
    let mut uniform = move || {
        state = state.wrapping_mul(0x5851_f42d_4c95_7f2d) + 1;
        ((state >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    };
    move |_| (-2.0 * uniform().ln()).sqrt() * (std::f64::consts::TAU * uniform()).cos()
}
