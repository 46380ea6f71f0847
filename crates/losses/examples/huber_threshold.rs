//! The threshold leads the estimate from the median to the mean.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

const TIMES: [f64; 11] = [9.6, 9.8, 9.9, 10., 10.1, 10.3, 10.6, 11., 11.3, 24., 30.];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!("seconds {TIMES:?}");
    let times = Array1::from(TIMES.to_vec());
    // Of the distances to the median, 10.3, the sixth of eleven is 0.5.
    let delta = 1.345 * 0.5 / 0.6745;
    println!("MAD 0.5; 0.5 * 1.345 / 0.6745 = {delta:.4}");
    println!("\nthreshold   estimate   clipped   gradient there");
    for delta in [0.01, delta, 3.0, 13.7, 100.0] {
        let estimate = reweighted(&TIMES, delta);
        let gradient = huber_gradient(&(0.0 * &times + estimate), &times, delta)?;
        let clipped = gradient.iter().filter(|it| it.abs() >= delta).count();
        let sum = gradient.sum().abs();
        println!("{delta:9.3} {estimate:10.4} {clipped:9} {sum:16.4}");
        assert_abs_diff_eq!(sum, 0.0, epsilon = 1e-9);
    }
    println!("median 10.3, mean {:.4}", times.sum() / 11.0);
    for wild in [2, 5, 6] {
        let mut spoiled = TIMES;
        spoiled[11 - wild..].fill(1e6);
        println!(
            "{wild} of 11 at a million: {:.4}",
            reweighted(&spoiled, 1.0)
        );
    }
    // Not always between them: the median of these is 0, the mean −10.
    let uneven = reweighted(&[-100.0, 0.0, 0.0, 0.0, 0.0, 0.0, 10.0, 10.0], 5.0);
    println!("-100, five 0, two 10: mean -10, threshold 5 {uneven:.4}");
    assert_abs_diff_eq!(uneven, 1.0, epsilon = 1e-9);
    // ANCHOR_END: program
    let x = Axis::logarithmic("threshold, seconds", 0.01..=100.0);
    let thresholds = (-40..=40).map(|it| 10_f64.powf(f64::from(it) / 20.0));
    let panel = Panel::new(x, Axis::linear("estimate, seconds", 10.0..=14.0))
        .line("Huber", thresholds.map(|it| (it, reweighted(&TIMES, it))))
        .horizontal_line("median", 10.3)
        .horizontal_line("mean", times.sum() / 11.0)
        .vertical_line("1.345 σ", delta);
    let text = "Flat at the median for small thresholds, flat at the mean for large ones.";
    let figure = Figure::new("huber_threshold", "The estimate over the threshold", text);
    Ok(figure.panel(panel).save()?)
}

/// The mean with weights from the residuals of the last mean, many times.
fn reweighted(y: &[f64], delta: f64) -> f64 {
    (0..1000).fold(0.0, |center: f64, _| {
        let weight = |y: f64| (delta / (center - y).abs()).min(1.0);
        let total: f64 = y.iter().map(|&y| weight(y)).sum();
        y.iter().map(|&y| weight(y) / total * y).sum()
    })
}
