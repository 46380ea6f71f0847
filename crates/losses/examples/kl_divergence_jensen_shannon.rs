//! The Jensen–Shannon divergence saturates at ln 2, and its square root is a metric.

extern crate figures;
extern crate losses;

use figures::{Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let kl = |p: &Array2<f64>, q: &Array2<f64>| Ok::<_, LossError>(kl_divergence(p, q)?[0]);
    let jensen_shannon = |p: &Array2<f64>, q: &Array2<f64>| {
        let middle = (p + q) / 2.0;
        Ok::<_, LossError>(0.5 * kl(p, &middle)? + 0.5 * kl(q, &middle)?)
    };
    // Normal distributions of deviation 1, in bins.
    let bins = Array1::linspace(-10.0, 20.0, 601).insert_axis(Axis(0));
    let normal = |mean: f64| softmax(&bins.mapv(|x: f64| -0.5 * (x - mean).powi(2)), 1.0);
    println!("shift   KL(p‖q)   Jensen–Shannon   left to ln 2");
    for shift in [1.0, 2.0, 4.0, 8.0] {
        let (p, q) = (normal(0.0)?, normal(shift)?);
        let (divergence, bounded) = (kl(&p, &q)?, jensen_shannon(&p, &q)?);
        println!(
            "{shift:>5} {divergence:9.4} {bounded:16.6} {:14.6}",
            2.0_f64.ln() - bounded
        );
        assert_abs_diff_eq!(divergence, 0.5 * shift * shift, epsilon = 1e-9);
        assert!(0.0 < bounded && bounded < 2.0_f64.ln());
    }
    let (heads, tails) = (array![[1.0, 0.0]], array![[0.0, 1.0]]);
    let (divergence, bounded) = (kl(&heads, &tails)?, jensen_shannon(&heads, &tails)?);
    println!("disjoint {divergence:6} {bounded:16.6}");
    // ANCHOR_END: program

    let shifts = || (0..=80).map(|k| 0.1 * f64::from(k));
    let p = normal(0.0)?;
    let of_shift = |shift: f64| Ok::<_, LossError>((shift, jensen_shannon(&p, &normal(shift)?)?));
    let bounded = shifts().map(of_shift).collect::<Result<Vec<_>, _>>()?;
    let x = figures::Axis::linear("shift of q", 0.0..=8.0);
    let y = figures::Axis::linear("divergence in nats, distance in units of x", 0.0..=4.0);
    let panel = Panel::new(x, y)
        .function("KL(p‖q)", |shift| 0.5 * shift * shift)
        .line("Jensen–Shannon", bounded)
        .function("Wasserstein distance", |shift| shift)
        .horizontal_line("ln 2", 2.0_f64.ln());
    let title = "Three ways to measure how far two normal distributions of deviation 1 are apart";
    let seen = "Three curves over the shift. KL is a parabola that leaves the picture. \
        Jensen–Shannon bends and is flat long before the end. The Wasserstein distance is \
        a straight line.";
    Figure::new("kl_divergence_jensen_shannon", title, seen)
        .panel(panel)
        .save()?;
    Ok(())
}
