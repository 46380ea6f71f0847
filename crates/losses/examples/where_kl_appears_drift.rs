//! Without any drift the population stability index is positive: about (K − 1)(1/n + 1/m), so a fixed threshold means little.

extern crate figures;
extern crate losses;

use figures::{Axis as Scale, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Symmetrized KL of two histograms, with half a count added to each bin.
fn psi(a: &Array2<f64>, b: &Array2<f64>) -> Result<f64, LossError> {
    let [a, b] = [a, b].map(|counts| (counts + 0.5) / (counts + 0.5).sum());
    Ok(kl_divergence(&a, &b)?[0] + kl_divergence(&b, &a)?[0])
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut draw = draw();
    println!("ten bins; 300 pairs of samples from the same source, and drifted");
    println!("   n   PSI, no drift   (K − 1) 2 / n   highest 5 %   PSI, drifted");
    let mut rows = Vec::new();
    for n in [50, 100, 300, 1000, 3000] {
        let chance = (0..300).map(|_| psi(&draw(n, 0.0), &draw(n, 0.0)));
        let mut values = chance.collect::<Result<Vec<_>, _>>()?;
        values.sort_by(f64::total_cmp);
        let (mean, high) = (values.iter().sum::<f64>() / 300.0, values[285]);
        let (theory, drifted) = (18.0 / n as f64, psi(&draw(n, 0.0), &draw(n, 0.1))?);
        println!("{n:4} {mean:15.4} {theory:15.4} {high:13.4} {drifted:14.4}");
        assert_relative_eq!(mean, theory, max_relative = 0.12);
        rows.push((n as f64, mean, high));
    }
    // ANCHOR_END: program
    let x = Scale::logarithmic("examples in each sample", 50.0..=3000.0);
    let panel = Panel::new(x, Scale::linear("PSI", 0.0..=0.7))
        .line("mean", rows.iter().map(|it| (it.0, it.1)))
        .line("exceeded in 5 %", rows.iter().map(|it| (it.0, it.2)))
        .horizontal_line("0.1", 0.1);
    let text = "Two falling curves; below a few hundred examples chance alone exceeds 0.1.";
    let figure = Figure::new("where_kl_appears_drift", "PSI without any drift", text);
    Ok(figure.panel(panel).save()?)
}

/// Counts of n numbers in ten bins; with a drift, that share more falls into the last.
fn draw() -> impl FnMut(usize, f64) -> Array2<f64> {
    let mut state = 1_u64;
    move |n, drift| {
        let mut counts = Array2::zeros((1, 10));
        for _ in 0..n {
            state = state.wrapping_mul(6_364_136_223_846_793_005);
            let u = (state >> 11) as f64 / 2_f64.powi(53) * (1.0 + drift);
            counts[[0, ((10.0 * u) as usize).min(9)]] += 1.0;
        }
        counts
    }
}
