//! For squared error through a sigmoid Newton, Gauss–Newton and Fisher are three different curvatures.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("                      cross-entropy         squared error, label 1");
    println!("logit   probability   Hessian   Fisher    slope   Hessian   Gauss-Newton");
    for z in [-4.0, -2.0, 0.0, 1.0, 4.0] {
        let p = sigmoid(&array![z])[0];
        let one = |z: f64| binary_cross_entropy_with_logits(&array![z], &array![1.0]);
        let square = |z: f64| squared_error(&sigmoid(&array![z]), &array![1.0]);
        let h = 1e-4;
        let log = (one(z + h)?[0] - 2.0 * one(z)?[0] + one(z - h)?[0]) / (h * h);
        let hessian = (square(z + h)?[0] - 2.0 * square(z)?[0] + square(z - h)?[0]) / (h * h);
        // The variance of the slope p − y under the model's own labels.
        let fisher = p * (p - 1.0).powi(2) + (1.0 - p) * p.powi(2);
        let bend = p * (1.0 - p);
        let (slope, gauss_newton) = (2.0 * (p - 1.0) * bend, 2.0 * bend * bend);
        print!("{z:5.1} {p:13.4} {log:9.4} {fisher:8.4}");
        println!(" {slope:8.4} {hessian:9.4} {gauss_newton:14.4}");
        assert_abs_diff_eq!(log, fisher, epsilon = 1e-6);
        let rest = 2.0 * (p - 1.0) * bend * (1.0 - 2.0 * p);
        assert_abs_diff_eq!(hessian, gauss_newton + rest, epsilon = 1e-6);
    }
    // ANCHOR_END: program
    Ok(())
}
