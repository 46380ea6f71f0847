//! At the normal, Huber with the threshold 1.345 σ has 95 % of the efficiency of the mean.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;
use std::f64::consts::TAU;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let (mut k, mut high) = (0.5, 9.0);
    for _ in 0..40 {
        let middle = (k + high) / 2.0;
        let is_low = 1.0 / variance(middle, 0.0) < 0.95;
        *(if is_low { &mut k } else { &mut high }) = middle;
    }
    println!("threshold   clipped   efficiency   variance, 5 % wild   worst case");
    let r = Array1::linspace(-80.0, 80.0, 16_001);
    for k in [0.5, 1.0, k, 1.35, 2.0, 3.0] {
        let (efficiency, spoiled) = (1.0 / variance(k, 0.0), variance(k, 0.05));
        // The density exp(−huber) / c has the contamination 1 − √(2π) / c.
        let density = (-huber(&r, &Array1::zeros(r.len()), k)?).exp();
        let c = 0.01 * density.sum();
        let worst = 1.0 - TAU.sqrt() / c;
        // By hand: Huber's condition on that contamination gives the clipped share.
        let at_k = (-k * k / 2.0).exp() / TAU.sqrt();
        let clipped = 2.0 * at_k / k - worst / (1.0 - worst);
        let moment = 1.0 - clipped - 2.0 * k * at_k + k * k * clipped;
        assert_abs_diff_eq!(efficiency * moment, (1.0 - clipped).powi(2), epsilon = 1e-5);
        println!("{k:7.4} σ {clipped:9.4} {efficiency:12.4} {spoiled:20.4} {worst:12.4}");
    }
    println!("median: efficiency {:.4}; mean: variance 5.95", 4.0 / TAU);
    // ANCHOR_END: program
    let x = Axis::linear("threshold / σ", 0.0..=3.0);
    let mut panel = Panel::new(x, Axis::linear("1 / asymptotic variance", 0.6..=1.0));
    for (name, wild) in [("normal noise", 0.0), ("5 % ten times as wide", 0.05)] {
        let thresholds = (1..=60).map(|it| 0.05 * f64::from(it));
        panel = panel.line(name, thresholds.map(|k| (k, 1.0 / variance(k, wild))));
    }
    let text = "For normal noise it rises from 0.64 to 1; with wild values it has a highest point.";
    let figure = Figure::new("huber_efficiency", "What the threshold costs", text);
    Ok(figure.panel(panel.annotate("95 %", (k, 0.95))).save()?)
}

/// Asymptotic variance E ψ² / (E ψ′)², with a share of noise ten times as wide.
fn variance(k: f64, wild: f64) -> f64 {
    let normal = |r: f64, sigma: f64| (-(r / sigma).powi(2) / 2.0).exp() / sigma / TAU.sqrt();
    // Up to k, ψ is the residual and ψ′ is 1; beyond, ψ is ±k and ψ′ is 0.
    let (mut inside, mut square) = (0.0, 0.0);
    for i in 0..500 {
        let r = k * (f64::from(i) + 0.5) / 500.0;
        let share = 2.0 * k / 500.0 * ((1.0 - wild) * normal(r, 1.0) + wild * normal(r, 10.0));
        inside += share;
        square += share * r * r;
    }
    (square + k * k * (1.0 - inside)) / (inside * inside)
}
