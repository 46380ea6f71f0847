//! Smooth L1 is Huber over its threshold, and CVX's huber is twice Huber.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("residual  threshold  Huber  smooth L1  CVX huber");
    let rows = [
        (1.0, 1.0, [0.5, 0.5, 1.0]),
        (3.0, 1.0, [2.5, 2.5, 5.0]),
        (1.0, 2.0, [0.5, 0.25, 1.0]),
        (3.0, 2.0, [4.0, 2.0, 8.0]),
    ];
    for (residual, threshold, by_hand) in rows {
        let ours = huber(&array![residual], &array![0.0], threshold)?[0];
        let [smooth, cvx] = [smooth_l1(residual, threshold), cvx(residual, threshold)];
        println!("{residual:8.1} {threshold:10.1} {ours:6.2} {smooth:10.2} {cvx:10.2}");
        assert_eq!([ours, smooth, cvx], by_hand);
        assert_relative_eq!(smooth, ours / threshold);
        assert_relative_eq!(cvx, 2.0 * ours);
    }

    // The form with σ: the threshold is 1/σ², and the linear part has slope 1.
    let sigma: f64 = 3.0;
    let threshold = 1.0 / sigma.powi(2);
    let inside = 0.5 * (sigma * 0.1).powi(2);
    println!("\nσ = 3 puts the threshold of smooth L1 at {threshold:.4};");
    println!("a residual of 0.1 costs {inside:.3}");
    assert_relative_eq!(smooth_l1(0.1, threshold), inside, max_relative = 1e-14);
    // ANCHOR_END: program
    Ok(())
}

/// As PyTorch documents `SmoothL1Loss`.
fn smooth_l1(residual: f64, beta: f64) -> f64 {
    if residual.abs() < beta {
        0.5 * residual.powi(2) / beta
    } else {
        residual.abs() - 0.5 * beta
    }
}

/// As CVXPY documents `huber`.
fn cvx(residual: f64, m: f64) -> f64 {
    if residual.abs() <= m {
        residual.powi(2)
    } else {
        2.0 * m * residual.abs() - m.powi(2)
    }
}
