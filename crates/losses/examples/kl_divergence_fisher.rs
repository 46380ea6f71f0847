//! Near a distribution, both divergences are half the Fisher information times the step squared.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let p = Gaussian::new(0.0, 2.0)?;
    let moved = |step: f64| Gaussian::new(step, 2.0 + step);
    // The Fisher information of the mean is 1/σ², of the deviation 2/σ².
    let quadratic = |step: f64| 0.5 * (1.0 / 4.0 + 2.0 / 4.0) * step * step;
    println!("step of μ and of σ   KL(p‖moved)   KL(moved‖p)   ½ dᵀ I d");
    for step in [1.0, 0.1, 0.01] {
        let q = moved(step)?;
        let (there, back) = (gaussian_kl_divergence(p, q), gaussian_kl_divergence(q, p));
        println!(
            "{step:>18} {there:13.8} {back:13.8} {:10.8}",
            quadratic(step)
        );
        assert_relative_eq!(there, quadratic(step), max_relative = 2.0 * step);
        assert_relative_eq!(back, quadratic(step), max_relative = 2.0 * step);
    }

    // A coin's logit: the gradient of KL(target‖q) is q − target, the Fisher
    // information q (1 − q), and the natural gradient their quotient.
    let q = |logit: f64| 1.0 / (1.0 + (-logit).exp());
    let (target, mut logit, mut natural) = (0.95, 0.0, 0.0);
    println!("\nstep   q by the gradient   q by the natural gradient");
    for step in 0..=8 {
        println!("{step:>4} {:19.4} {:27.4}", q(logit), q(natural));
        logit -= q(logit) - target;
        natural -= 0.5 * (q(natural) - target) / (q(natural) * (1.0 - q(natural)));
    }
    assert!((q(natural) - target).abs() < 0.1 * (q(logit) - target).abs());
    // ANCHOR_END: program

    let of_step = |f: fn(Gaussian, Gaussian) -> f64| {
        move |step: f64| moved(step).map_or(f64::NAN, |q| f(p, q))
    };
    let x = Axis::linear("step of the mean and of the standard deviation", -1.0..=1.0);
    let y = Axis::linear("nats", 0.0..=1.0);
    let panel = Panel::new(x, y)
        .function("KL(p‖moved)", of_step(gaussian_kl_divergence))
        .function("KL(moved‖p)", of_step(|p, q| gaussian_kl_divergence(q, p)))
        .function("half the Fisher information times step²", quadratic);
    let title = "Both divergences near a normal distribution, and the parabola they share";
    let seen = "Three curves over the step, all zero at zero and indistinguishable near it. To the \
        right KL(p‖moved) runs below the parabola, to the left above it.";
    Figure::new("kl_divergence_fisher", title, seen)
        .panel(panel)
        .save()?;
    Ok(())
}
