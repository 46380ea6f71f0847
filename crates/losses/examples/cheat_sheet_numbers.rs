//! The numbers of the cheat sheet, each computed two ways.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    let (logits, collapsed) = (Array2::zeros((1, 10)), array![[1.0, 1.0]]);
    let (zero, one, z) = (array![0.0], array![1.0], array![-10.0]);
    let (fair, biased) = (array![[0.5, 0.5]], array![[0.9, 0.1]]);
    // ANCHOR: program
    println!("stuck at             number");
    let value = softmax_cross_entropy(&logits, &array![0])?[0];
    show("ln 10: ten classes", value, 10_f64.ln());
    let value = binary_cross_entropy_with_logits(&zero, &one)?[0];
    show("ln 2: one logit", value, 2_f64.ln());
    let value = triplet(&collapsed, &collapsed, &collapsed, 0.2)?[0];
    show("margin: triplet", value, 0.2);
    show("1: hinge", hinge(&zero, &one)?[0], 1.0);
    println!("\nat z = -10, y = 1    gradient");
    let p = 1.0 / (1.0 + 10_f64.exp());
    let slope = binary_cross_entropy_with_logits_gradient(&z, &one)?[0];
    show("cross-entropy", slope, p - 1.0);
    let slope = (squared(-10.0 + 1e-4) - squared(-10.0 - 1e-4)) / 2e-4;
    show("squared error", slope, 2.0 * (p - 1.0) * p * (1.0 - p));
    println!("\nconventions          number");
    let value = huber(&array![3.0], &zero, 2.0)?[0];
    show("Huber, 3, delta 2", value, 2.0 * 3.0 - 2.0);
    show("smooth L1, beta 2", value / 2.0, 3.0 - 1.0);
    let forward = 0.5 * (0.25_f64 / 0.09).ln();
    let reverse = 0.9 * 1.8_f64.ln() + 0.1 * 0.2_f64.ln();
    show(
        "KL(fair, biased)",
        kl_divergence(&fair, &biased)?[0],
        forward,
    );
    show(
        "KL(biased, fair)",
        kl_divergence(&biased, &fair)?[0],
        reverse,
    );
    // ANCHOR_END: program
    Ok(())
}

/// Prints a number that a second way confirms.
fn show(name: &str, number: f64, again: f64) {
    assert_relative_eq!(number, again, max_relative = 1e-6, epsilon = 0.0);
    match number.abs() {
        0.001.. => println!("{name:<20} {number:>9.6}"),
        _ => println!("{name:<20} {number:>9.2e}"),
    }
}

/// The squared error of the label 1 through a sigmoid.
fn squared(z: f64) -> f64 {
    (1.0 / (1.0 + (-z).exp()) - 1.0).powi(2)
}
