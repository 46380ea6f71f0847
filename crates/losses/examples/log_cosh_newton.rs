//! Positive curvature is not enough: Newton's method on log-cosh diverges from 1.1 on.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let slope = |r: f64| Ok::<_, LossError>(log_cosh_gradient(&array![r], &array![0.0])?[0]);
    println!("residual after each step, one example with the target 0");
    println!("step   Newton from 1.0   Newton from 1.1   curvature 1, from 1.1");
    let [mut near, mut far, mut safe] = [1.0, 1.1, 1.1];
    for step in 0..=5 {
        println!("{step:4} {near:17.6} {far:17.4} {safe:23.6}");
        // The curvature of log-cosh is 1 − tanh².
        near -= slope(near)? / (1.0 - slope(near)?.powi(2));
        far -= slope(far)? / (1.0 - slope(far)?.powi(2));
        safe -= slope(safe)?;
    }
    assert!(far.abs() > 1e3 && near.abs() < 1e-6 && safe.abs() < 1e-6);

    // Where a step ends as far on the other side: sinh(2r) / 2 = 2r.
    let mut edge = 1.0;
    for _ in 0..50 {
        edge = (4.0_f64 * edge).asinh() / 2.0;
    }
    println!("log-cosh, Newton diverges beyond {edge:.4}");
    // For pseudo-Huber with δ = 1 it leads from r to −r³.
    for r in [0.5, 0.9, 1.1_f64] {
        let slope = pseudo_huber_gradient(&array![r], &array![0.0], 1.0)?[0];
        let next = r - slope / (1.0 + r * r).powf(-1.5);
        println!("pseudo-Huber, Newton from {r}: {next:.4}");
        assert_relative_eq!(next, -r.powi(3), max_relative = 1e-12);
    }
    // ANCHOR_END: program
    let newton = |r: f64| r - (2.0 * r).sinh() / 2.0;
    let panel = Panel::new(
        Axis::linear("residual", -1.5..=1.5),
        Axis::linear("residual after one step", -1.5..=1.5),
    )
    .equal_scales()
    .function("Newton, log-cosh", newton)
    .function("Newton, pseudo-Huber", |r| -r.powi(3))
    .function("curvature 1, log-cosh", |r: f64| r - r.tanh())
    .function("as far on the other side", |r| -r);
    let text = "Both Newton curves cross the falling diagonal just beyond ±1; \
                the third stays near zero.";
    let figure = Figure::new("log_cosh_newton", "One step of Newton's method", text);
    Ok(figure.panel(panel).save()?)
}
