//! A calibrated model has a positive ECE, which falls with examples and rises with bins.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;
use std::f64::consts::PI;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Forecasts uniform in (0, 1), each of them true; 300 samples of each size.
    let mut state = 1;
    println!("examples   bins   mean ECE   by hand");
    let mut curves = [vec![], vec![], vec![]];
    for n in [100, 300, 1000, 3000, 10_000] {
        for (curve, bins) in curves.iter_mut().zip([5, 15, 50]) {
            let all: f64 = (0..300).map(|_| ece(n, bins, &mut state, |p| p)).sum();
            // The mean distance of a normal from 0, once the bins are full.
            let middles = (0..bins).map(|it| (it as f64 + 0.5) / bins as f64);
            let spread: f64 = middles.map(|p| (p * (1.0 - p)).sqrt()).sum();
            let by_hand = spread * (2.0 / PI / (n * bins) as f64).sqrt();
            println!("{n:8} {bins:6} {:10.4} {by_hand:9.4}", all / 300.0);
            if n >= 20 * bins {
                assert_relative_eq!(all / 300.0, by_hand, max_relative = 0.06);
            }
            curve.push((n as f64, all / 300.0));
        }
    }
    // Wrong by 0.05 everywhere, up and down within each of ten bins.
    let crooked = |p: f64| p + if p * 20.0 % 2.0 < 1.0 { 0.05 } else { -0.05 };
    let [ten, twenty] = [10, 20].map(|bins| ece(1_000_000, bins, &mut state, crooked));
    println!("all wrong by 0.05: ECE {ten:.3} in 10 bins, {twenty:.3} in 20");
    // ANCHOR_END: program
    assert!(ten < 0.005 && (twenty - 0.05).abs() < 0.003);
    let x = Axis::logarithmic("examples", 100.0..=10_000.0);
    let panel = Panel::new(x, Axis::logarithmic("mean ECE", 0.001..=1.0));
    let named = ["5 bins", "15 bins", "50 bins"].into_iter().zip(curves);
    let panel = named.fold(panel, |it, (name, curve)| it.line(name, curve));
    let seen = "Three falling lines on logarithmic axes; more bins lie higher.";
    let title = "ECE of a calibrated model over the number of examples";
    let figure = Figure::new("imbalance_noise_calibration_ece", title, seen);
    Ok(figure.panel(panel).save()?)
}

/// Of n uniform forecasts p, which come true with probability truth(p).
fn ece(n: usize, bins: usize, state: &mut u64, truth: fn(f64) -> f64) -> f64 {
    let mut uniform = || {
        *state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
        (*state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut gaps = vec![0_f64; bins];
    for p in (0..n).map(|_| uniform()).collect::<Vec<_>>() {
        gaps[(p * bins as f64) as usize] += p - f64::from(uniform() < truth(p));
    }
    gaps.iter().map(|it| it.abs()).sum::<f64>() / n as f64
}
