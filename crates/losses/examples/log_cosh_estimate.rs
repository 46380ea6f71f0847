//! Scaling the residual leads the log-cosh estimate from the median to the mean.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

const TIMES: [f64; 11] = [9.6, 9.8, 9.9, 10., 10.1, 10.3, 10.6, 11., 11.3, 24., 30.];

// ANCHOR: program
/// Where the gradient of Σ ln cosh((c − y) / s) is zero, by halving: it rises with c.
fn estimate(scale: f64) -> Result<f64, LossError> {
    let scaled = Array1::from_iter(TIMES.map(|it| it / scale));
    let (mut low, mut high) = (TIMES[0] / scale, TIMES[10] / scale);
    for _ in 0..50 {
        let center = (low + high) / 2.0;
        let is_low = sum(&log_cosh_gradient(&Array1::from_elem(11, center), &scaled)?) < 0.0;
        *(if is_low { &mut low } else { &mut high }) = center;
    }
    Ok(low * scale)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("times {TIMES:?}");
    println!("scale, seconds   estimate");
    for scale in [0.05, 0.5, 1.0, 5.0, 50.0] {
        println!("{scale:14} {:10.4}", estimate(scale)?);
    }
    let mean = TIMES.iter().sum::<f64>() / 11.0;
    println!("median 10.3, mean {mean:.4}");
    assert_abs_diff_eq!(estimate(0.05)?, 10.3, epsilon = 0.01);
    assert_abs_diff_eq!(estimate(500.0)?, mean, epsilon = 0.01);

    // e^(−loss) is the hyperbolic secant, whose integral is π.
    let r = Array1::linspace(-40.0, 40.0, 801);
    let integral = 0.1 * (-log_cosh(&r, &Array1::zeros(801))?).exp().sum();
    println!("integral of e^(-log-cosh): {integral:.6}");
    // ANCHOR_END: program
    assert_relative_eq!(integral, std::f64::consts::PI, max_relative = 1e-9);

    let scales = (-10..=20).map(|it| 10_f64.powf(f64::from(it) / 10.0));
    let line: Vec<(f64, f64)> = scales
        .map(|it| Ok((it, estimate(it)?)))
        .collect::<Result<_, LossError>>()?;
    let panel = Panel::new(
        Axis::logarithmic("scale, seconds", 0.1..=100.0),
        Axis::linear("estimate, seconds", 10.0..=14.0),
    )
    .line("log-cosh", line)
    .horizontal_line("median", 10.3)
    .horizontal_line("mean", mean);
    let text = "A curve from the median at small scales up to the mean at large ones.";
    let figure = Figure::new("log_cosh_estimate", "The estimate over the scale", text);
    Ok(figure.panel(panel).save()?)
}
