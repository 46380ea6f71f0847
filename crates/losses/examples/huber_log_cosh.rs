//! Log-cosh and pseudo-Huber are smooth, and both need a stable form at both ends.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;
use std::f64::consts::LN_2;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!("residual    ln(cosh r)   log-cosh, large   log-cosh, small");
    for r in [1e-9, 1.0, 1000.0_f64] {
        let naive = r.cosh().ln();
        let large = r + (-2.0 * r).exp().ln_1p() - LN_2;
        let small = (2.0 * (r / 2.0).sinh().powi(2)).ln_1p();
        println!("{r:8.0e} {naive:13.6e} {large:17.6e} {small:17.6e}");
    }
    let at_thousand = 1000.0 + (-2000.0_f64).exp().ln_1p() - LN_2;
    println!("log-cosh of 1000: {at_thousand:.6}");
    assert_abs_diff_eq!(at_thousand, 999.306853, epsilon = 5e-7);

    println!("\nresidual   pseudo-Huber naive        stable         Huber");
    for r in [1e-9, 1.0, 1000.0, 1e200_f64] {
        let naive = (1.0 + r * r).sqrt() - 1.0;
        // Times the conjugate, √ + 1, above and below; `hypot` does not square.
        let stable = r * (r / (1.0 + 1.0_f64.hypot(r)));
        let ours = huber(&array![r], &array![0.0], 1.0)?[0];
        println!("{r:8.0e} {naive:20.6e} {stable:13.6e} {ours:13.6e}");
        assert!(stable <= ours && ours <= r);

        // Without a branch: the clipped residual times the rest.
        let clipped = r.min(1.0);
        assert_relative_eq!(clipped * (r - clipped / 2.0), ours, epsilon = 0.0);
    }
    // ANCHOR_END: program

    let r = || Axis::linear("residual", -4.0..=4.0);
    let slope = Panel::new(r(), Axis::linear("gradient", -1.1..=1.1))
        .function("Huber", |r: f64| r.clamp(-1.0, 1.0))
        .function("log-cosh", f64::tanh)
        .function("pseudo-Huber", |r: f64| r / r.hypot(1.0));
    let curvature = Panel::new(r(), Axis::linear("curvature", 0.0..=1.1))
        .line("Huber", [(-4.0, 0.0), (-1.0, 0.0)])
        .line("Huber", [(-1.0, 1.0), (1.0, 1.0)])
        .line("Huber", [(1.0, 0.0), (4.0, 0.0)])
        .function("log-cosh", |r: f64| r.cosh().powi(-2))
        .function("pseudo-Huber", |r: f64| r.hypot(1.0).powi(-3));
    let text = "Above three gradients from −1 to 1, one with corners. Below their curvatures: a box and two bells.";
    Figure::new(
        "huber_log_cosh",
        "Three ways from quadratic to linear",
        text,
    )
    .panel(slope)
    .panel(curvature)
    .save()?;
    Ok(())
}
