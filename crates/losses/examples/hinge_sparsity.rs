//! A point without multiplier can be dropped or added: the SVM stays, logistic regression moves.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Two overlapping clouds of twenty points, around (1, 1) and (−1, −1).
    let mut y = Array1::from_shape_fn(40, |i| if i < 20 { 1.0 } else { -1.0 });
    let mut x = Array2::from_shape_fn((40, 2), |(i, j)| {
        y[i] + 3.4 * (i as f64 * [0.7549, 0.5698][j]).fract() - 1.7
    });
    // ANCHOR: program
    let cost = 0.5;
    let (w, alphas) = svm(&x, &y, cost);
    let vectors = Vec::from_iter((0..40).filter(|&i| alphas[i] > 0.0));
    let others = (0..40).filter(|&i| i != vectors[0]);
    x.push_row(array![2.0, 1.0].view())?;
    y.append(Axis(0), array![1.0].view())?;

    println!("trained on            n  SVM             logistic regression");
    for (name, rows, same) in [
        ("all", Vec::from_iter(0..40), true),
        ("support vectors", vectors.clone(), true),
        ("all, and (2, 1)", Vec::from_iter(0..41), true),
        ("without one of them", Vec::from_iter(others), false),
    ] {
        let (x, y) = (x.select(Axis(0), &rows), y.select(Axis(0), &rows));
        let machine = svm(&x, &y, cost).0;
        let rival = logistic(&x, &y, cost)?;
        println!("{name:20} {:2}  {machine:.3}  {rival:.3}", rows.len());
        assert_eq!(machine.abs_diff_eq(&w, 1e-6), same);
    }
    println!("margin of the added point: {:.2}", w.dot(&x.row(40)));
    // ANCHOR_END: program
    Ok(())
}

fn logistic(x: &Array2<f64>, y: &Array1<f64>, cost: f64) -> Result<Array1<f64>, LossError> {
    let (mut w, targets) = (Array1::zeros(2), (y + 1.0) / 2.0);
    for _ in 0..2000 {
        let slopes = binary_cross_entropy_with_logits_gradient(&x.dot(&w), &targets)?;
        w = &w - 0.02 * (&w + cost * slopes.dot(x));
    }
    Ok(w)
}

/// Dual coordinate ascent: each multiplier in turn to its best value from 0 to C.
fn svm(x: &Array2<f64>, y: &Array1<f64>, cost: f64) -> (Array1<f64>, Array1<f64>) {
    let (mut w, mut alphas) = (Array1::zeros(x.ncols()), Array1::zeros(x.nrows()));
    for _ in 0..1000 {
        for ((x, y), alpha) in x.rows().into_iter().zip(y).zip(&mut alphas) {
            let best = f64::clamp(*alpha + (1.0 - y * x.dot(&w)) / x.dot(&x), 0.0, cost);
            w.scaled_add((best - *alpha) * y, &x);
            *alpha = best;
        }
    }
    (w, alphas)
}
