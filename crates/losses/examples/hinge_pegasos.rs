//! Pegasos approaches a lower bound that its own updates supply; the label belongs in it once.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Step t on one example: shrink, and add y x if the margin was below 1.
fn pegasos_step(w: &mut Array1<f64>, x: &ArrayRef1<f64>, y: f64, lambda: f64, t: f64) -> bool {
    let violated = y * x.dot(w) < 1.0; // before w changes
    *w *= 1.0 - 1.0 / t;
    if violated {
        w.scaled_add(y / (lambda * t), x);
    }
    violated
}

fn main() -> Result<(), LossError> {
    let ((x, y), lambda, mut violations) = (clouds(), 0.05, 0);
    let (mut w, mut wrong) = (Array1::zeros(2), Array1::zeros(2));
    println!("  step  objective  no less than");
    for t in 1..=400_000 {
        let (i, time) = (27 * t % 40, t as f64);
        violations += usize::from(pegasos_step(&mut w, &x.row(i), y[i], lambda, time));
        pegasos_step(&mut wrong, &x.row(i), y[i] * y[i], lambda, time);
        if [40, 400, 4000, 400_000].contains(&t) {
            let penalty = 0.5 * lambda * w.dot(&w);
            let objective = mean(&hinge(&x.dot(&w), &y)?)? + penalty;
            // λ t w is the sum of the violators y x, so their shares are dual variables.
            let bound = violations as f64 / time - penalty;
            println!("{t:6} {objective:10.5} {bound:13.5}");
            assert!(bound <= objective && (t < 400_000 || objective < bound + 1e-3));
        }
    }
    let right = |w: &Array1<f64>| (x.dot(w) * &y).iter().filter(|&&it| it > 0.0).count();
    let (once, twice) = (right(&w), right(&wrong));
    println!("right of 40: {once}; label applied twice: {twice}");
    // ANCHOR_END: program
    Ok(())
}

/// Two overlapping clouds of twenty points, around (1, 1) and (−1, −1).
fn clouds() -> (Array2<f64>, Array1<f64>) {
    let y = Array1::from_shape_fn(40, |i| if i < 20 { 1.0 } else { -1.0 });
    let x = Array2::from_shape_fn((40, 2), |(i, j)| {
        y[i] + 3.4 * (i as f64 * [0.7549, 0.5698][j]).fract() - 1.7
    });
    (x, y)
}
