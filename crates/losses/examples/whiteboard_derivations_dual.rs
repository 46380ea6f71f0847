//! The hinge dual: its optimum equals that of the primal, and the multipliers name the support vectors.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Points on a line with labels, no offset, C = 1.
    let (x, y) = (array![2.0, 4.0, 1.0, -1.0], array![1.0, 1.0, -1.0, -1.0]);
    let primal = |w: f64| hinge(&(&x * w), &y).map(|it| 0.5 * w * w + it.sum());
    // Climb the dual, one multiplier after the other, each held in [0, C].
    let mut a = Array1::<f64>::zeros(4);
    for i in (0..4).cycle().take(4000) {
        let margin = y[i] * x[i] * (&a * &y).dot(&x);
        a[i] = (a[i] + (1.0 - margin) / (x[i] * x[i])).clamp(0.0, 1.0);
    }
    let w = (&a * &y).dot(&x);
    println!("point   label   multiplier   margin y w x");
    for i in 0..4 {
        println!(
            "{:5} {:7} {:12.4} {:14.4}",
            x[i],
            y[i],
            a[i],
            y[i] * w * x[i]
        );
    }
    let (dual, primal_at) = (a.sum() - 0.5 * w * w, primal(w)?);
    println!("w {w:.4}, dual {dual:.4}, primal {primal_at:.4}");
    // ANCHOR_END: program
    assert_abs_diff_eq!(dual, primal_at, epsilon = 1e-9);
    assert!(primal(w + 1e-3)? > primal_at && primal(w - 1e-3)? > primal_at);
    Ok(())
}
