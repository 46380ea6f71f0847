//! The divergence of one diffusion step is a weighted error of the predicted noise, and the weight is largest at the least noise.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

/// β from 0.0001 to 0.02, and the products of 1 − β.
fn schedule() -> Vec<(f64, f64)> {
    let beta = |t: usize| 1e-4 + (0.02 - 1e-4) * t as f64 / 999.0;
    let mut schedule = vec![(0.0, 1.0)];
    for t in 0..1000 {
        schedule.push((beta(t), schedule[t].1 * (1.0 - beta(t))));
    }
    schedule
}

// ANCHOR: program
/// KL of the true step back q(x₋ | x, x₀) from the model's, which has the same
/// variance and a mean computed with the predicted noise.
fn step(t: usize, x0: f64, noise: f64, predicted: f64) -> Result<[f64; 2], LossError> {
    let schedule = schedule();
    let ((beta, left), before) = (schedule[t], schedule[t - 1].1);
    let x = left.sqrt() * x0 + (1.0 - left).sqrt() * noise;
    let variance = beta * (1.0 - before) / (1.0 - left);
    let mean_given = |x0: f64| {
        before.sqrt() * beta / (1.0 - left) * x0
            + (1.0 - beta).sqrt() * (1.0 - before) / (1.0 - left) * x
    };
    let x0_of = |noise: f64| (x - (1.0 - left).sqrt() * noise) / left.sqrt();
    let truth = Gaussian::new(mean_given(x0), variance.sqrt())?;
    let model = Gaussian::new(mean_given(x0_of(predicted)), variance.sqrt())?;
    let weight = beta * beta / (2.0 * variance * (1.0 - beta) * (1.0 - left));
    Ok([gaussian_kl_divergence(truth, model), weight])
}
// ANCHOR_END: program

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("step    signal kept   KL of the step   weight of the noise error");
    for t in [2, 10, 100, 500, 1000] {
        let [divergence, weight] = step(t, 0.7, -0.4, 0.1)?;
        let kept = schedule()[t].1.sqrt();
        println!("{t:4} {kept:14.6} {divergence:16.6} {weight:27.6}");
        assert_relative_eq!(divergence, weight * 0.25, max_relative = 1e-6);
    }
    let weight = |t: usize| step(t, 0.7, -0.4, 0.1).map_or(f64::NAN, |it| it[1]);
    let weights = (2..=1000).step_by(2).map(|it| (it as f64, weight(it)));
    let x = Axis::linear("diffusion step", 0.0..=1000.0);
    let y = Axis::logarithmic("weight of the noise error", 0.001..=1.0);
    let panel = Panel::new(x, y).line("", weights);
    let text =
        "The weight falls from 0.6 at step 2 to a hundredth of it, then about doubles up to 1000.";
    let figure = Figure::new("generative_models_diffusion", "Weights in the bound", text);
    Ok(figure.panel(panel).save()?)
}
