//! The ELBO never exceeds the evidence; its gap is the divergence from the posterior and closes at the posterior.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Prior N(0, 1), decoder N(z, 0.5²), one observation, encoder N(mean, spread²):
/// reconstruction, divergence from the prior, and their difference, the ELBO.
fn elbo(x: f64, mean: f64, spread: f64) -> Result<[f64; 3], LossError> {
    let noise: f64 = 0.5;
    // E (x − z)² = (x − mean)² + spread².
    let square = (x - mean) * (x - mean) + spread * spread;
    let constant = 0.5 * (2.0 * std::f64::consts::PI * noise * noise).ln();
    let reconstruction = -0.5 * square / (noise * noise) - constant;
    let divergence = gaussian_kl_divergence(Gaussian::new(mean, spread)?, Gaussian::new(0.0, 1.0)?);
    Ok([reconstruction, divergence, reconstruction - divergence])
}
// ANCHOR_END: program

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // x ~ N(0, 1.25); the posterior is N(0.8 x, 0.2).
    let x: f64 = 1.5;
    let evidence = -0.5 * x * x / 1.25 - 0.5 * (2.0 * std::f64::consts::PI * 1.25).ln();
    let posterior = Gaussian::new(0.8 * x, 0.2_f64.sqrt())?;
    println!("encoder          reconstruction  divergence     ELBO      gap");
    for (mean, spread) in [(0.0, 1.0), (1.5, 0.1), (1.2, 1.0), (1.2, 0.2_f64.sqrt())] {
        let [reconstruction, divergence, bound] = elbo(x, mean, spread)?;
        let gap = evidence - bound;
        println!(
            "{mean:.1}, {spread:.4} {reconstruction:19.4} {divergence:11.4} {bound:8.4} {gap:8.4}"
        );
        let expected = gaussian_kl_divergence(Gaussian::new(mean, spread)?, posterior);
        assert_abs_diff_eq!(gap, expected, epsilon = 1e-12);
    }
    println!("evidence {evidence:43.4}");
    let bound = |mean, spread| elbo(x, mean, spread).map_or(f64::NAN, |it| it[2]);
    let y = Axis::linear("nats", -8.0..=0.0);
    let panel = Panel::new(Axis::linear("mean of the encoder", -1.0..=3.0), y)
        .function("ELBO, spread 0.45", |it| bound(it, 0.2_f64.sqrt()))
        .function("ELBO, spread 1", |it| bound(it, 1.0))
        .horizontal_line("evidence", evidence);
    let text = "Parabolas under the evidence; the one with the spread of the posterior touches it.";
    let figure = Figure::new("generative_models_vae", "The bound", text);
    Ok(figure.panel(panel).save()?)
}
