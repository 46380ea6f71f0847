//! The evidence is the ELBO plus the divergence from the posterior, for every q.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // z ~ N(0, 1) and x given z ~ N(z, ½), so that x ~ N(0, 3/2) and the
    // posterior of z is N(2x/3, 1/3).
    let x = 1.5;
    let log_normal = |square: f64, variance: f64| {
        -0.5 * (square / variance + (std::f64::consts::TAU * variance).ln())
    };
    let evidence = log_normal(x * x, 1.5);
    let prior = Gaussian::new(0.0, 1.0)?;
    let posterior = Gaussian::new(2.0 * x / 3.0, (1.0_f64 / 3.0).sqrt())?;
    let parts = |q: Gaussian| {
        let expected_square = (x - q.mean()).powi(2) + q.standard_deviation().powi(2);
        let fit = log_normal(expected_square, 0.5);
        (fit, gaussian_kl_divergence(q, prior))
    };
    println!("q: mean     sd   E ln p(x|z)  KL(q‖prior)       ELBO  KL(q‖posterior)");
    let (wrong, wide) = (Gaussian::new(2.0, 0.5)?, Gaussian::new(1.0, 1.0)?);
    for q in [prior, wrong, wide, posterior] {
        let (fit, rate) = parts(q);
        let (mean, sd, elbo) = (q.mean(), q.standard_deviation(), fit - rate);
        let gap = gaussian_kl_divergence(q, posterior);
        println!("{mean:7.4} {sd:6.4} {fit:13.6} {rate:12.6} {elbo:10.6} {gap:16.6}");
        assert_abs_diff_eq!(elbo + gap, evidence, epsilon = 1e-12);
    }
    println!("ln p(x) = {evidence:.6} = ELBO + KL(q‖posterior) in each row");
    // ANCHOR_END: program

    let elbo = |sd: f64| {
        move |mean: f64| Gaussian::new(mean, sd).map_or(f64::NAN, |q| parts(q).0 - parts(q).1)
    };
    let x = Axis::linear("mean of q", -1.0..=3.0);
    let y = Axis::linear("nats", -6.0..=-1.0);
    let panel = Panel::new(x, y)
        .function(
            "ELBO, sd of the posterior",
            elbo(posterior.standard_deviation()),
        )
        .function("ELBO, sd 1", elbo(1.0))
        .function("ELBO, sd 0.2", elbo(0.2))
        .horizontal_line("ln p(x)", evidence)
        .vertical_line("mean of the posterior", posterior.mean());
    let title = "ELBO over the mean of q, below the evidence";
    let seen = "Three parabolas over the mean of q, all with their top at 1. The one with the \
        standard deviation of the posterior touches the line of the evidence; the others \
        stay below.";
    Figure::new("kl_divergence_elbo", title, seen)
        .panel(panel)
        .save()?;
    Ok(())
}
