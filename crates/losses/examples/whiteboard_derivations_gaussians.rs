//! Likelihoods and divergences of Gaussians: the last lines against sums over a grid.

extern crate losses;

use losses::prelude::*;

const TAU: f64 = std::f64::consts::TAU;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("last line                            by hand    by sums");
    let y = array![0.2, 1.0, 3.1];
    let gauss = |m: f64| {
        -y.map(|y| ((-(y - m).powi(2) / 2.0).exp() / TAU.sqrt()).ln())
            .sum()
    };
    let squares = |m: f64| squared_error(&y.map(|_| m), &y).map(|it| it.sum());
    let by_hand = 0.5 * (squares(2.0)? - squares(1.0)?);
    row(
        "Gaussian: half the squares",
        by_hand,
        gauss(2.0) - gauss(1.0),
    );
    let laplace = |m: f64| -y.map(|y| (0.5 * (-(y - m).abs()).exp()).ln()).sum();
    let sizes = |m: f64| absolute_error(&y.map(|_| m), &y).map(|it| it.sum());
    let by_hand = sizes(2.0)? - sizes(1.0)?;
    row(
        "Laplace: the absolute values",
        by_hand,
        laplace(2.0) - laplace(1.0),
    );
    let (m, s, n, t) = (0.5_f64, 0.8_f64, -0.3_f64, 1.5_f64);
    let by_hand = (t / s).ln() + (s * s + (m - n).powi(2)) / (2.0 * t * t) - 0.5;
    row("KL of Gaussians", by_hand, kl(m, s, n, t));
    let by_hand = 0.5 * (s * s + m * m - 1.0 - (s * s).ln());
    row("KL to N(0, 1)", by_hand, kl(m, s, 0.0, 1.0));
    let by_hand = 0.5 * 0.01 * 0.01 / (s * s);
    row("mean moved by 0.01", by_hand, kl(0.0, s, 0.01, s));
    // ANCHOR_END: program
    Ok(())
}

/// KL of N(m, s²) from N(n, t²) as a sum over a grid.
fn kl(m: f64, s: f64, n: f64, t: f64) -> f64 {
    let x = Array1::linspace(-12.0, 12.0, 24_001);
    let log = |m: f64, s: f64| x.map(|x| -((x - m) / s).powi(2) / 2.0 - (s * s * TAU).ln() / 2.0);
    log(m, s).exp().dot(&(log(m, s) - log(n, t))) * 0.001
}

fn row(name: &str, by_hand: f64, by_sums: f64) {
    println!("{name:<32} {by_hand:12.7} {by_sums:10.7}");
    assert_relative_eq!(by_hand, by_sums, max_relative = 1e-5);
}
