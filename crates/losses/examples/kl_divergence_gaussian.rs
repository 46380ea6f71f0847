//! The closed form for two normal distributions agrees with the integral that defines it.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let log_density = |it: Gaussian, x: f64| {
        let standard = (x - it.mean()) / it.standard_deviation();
        -0.5 * standard * standard - (it.standard_deviation() * std::f64::consts::TAU.sqrt()).ln()
    };
    let integral = |p: Gaussian, q: Gaussian| -> f64 {
        let weighted = |x| log_density(p, x).exp() * (log_density(p, x) - log_density(q, x));
        (-3000..=3000)
            .map(|k| 0.01 * weighted(0.01 * f64::from(k)))
            .sum()
    };
    let (p, q) = (Gaussian::new(0.0, 1.0)?, Gaussian::new(1.0, 2.0)?);
    println!("p = N(0, 1), q = N(1, 4)   closed form   integral");
    for (name, p, q) in [("KL(p‖q)", p, q), ("KL(q‖p)", q, p)] {
        let (closed_form, integral) = (gaussian_kl_divergence(p, q), integral(p, q));
        println!("{name:<26} {closed_form:11.6} {integral:10.6}");
        assert_abs_diff_eq!(closed_form, integral, epsilon = 1e-9);
    }

    println!("\nencoder: mean   deviation   ½ (μ² + σ² − ln σ² − 1)   integral");
    let mut total = 0.0;
    for (mean, deviation) in [(0.5, 0.8_f64), (-1.2, 0.3), (0.0, 1.0)] {
        let variance = deviation * deviation;
        let term = 0.5 * (mean * mean + variance - variance.ln() - 1.0);
        let integral = integral(Gaussian::new(mean, deviation)?, p);
        println!("{mean:>13} {deviation:>11} {term:25.6} {integral:10.6}");
        assert_abs_diff_eq!(term, integral, epsilon = 1e-9);
        total += term;
    }
    println!("sum over the code {total:33.6}");
    // ANCHOR_END: program

    let of_sd = |f: fn(Gaussian, Gaussian) -> f64| {
        move |sd: f64| Gaussian::new(0.0, sd).map_or(f64::NAN, |q| f(p, q))
    };
    let x = Axis::linear("σ", 0.0..=3.0);
    let y = Axis::linear("nats", 0.0..=4.0);
    let panel = Panel::new(x, y)
        .function("KL(N(0, 1)‖N(0, σ²))", of_sd(gaussian_kl_divergence))
        .function(
            "KL(N(0, σ²)‖N(0, 1))",
            of_sd(|p, q| gaussian_kl_divergence(q, p)),
        );
    let title = "Divergence between N(0, 1) and N(0, σ²) in both directions";
    let seen = "Two curves over σ, both zero at 1. Toward small σ the one that averages over N(0, \
        1) shoots up and the other rises slowly; toward large σ it is the other way round.";
    Figure::new("kl_divergence_gaussian", title, seen)
        .panel(panel)
        .save()?;
    Ok(())
}
