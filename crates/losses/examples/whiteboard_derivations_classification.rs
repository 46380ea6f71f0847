//! The last lines of the derivations on classification, against central differences.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let z = array![[1.2, -0.4, 0.3]];
    let p = softmax(&z, 1.0)?.row(0).to_owned();
    println!("last line                           by hand   by differences");
    // The label is the first class; the slope is asked for in the second logit.
    let hard = |t: f64| Ok(softmax_cross_entropy(&moved(&z, t), &array![0])?[0]);
    row("softmax: p − y", p[1] - 0.0, slope(&hard)?);
    let variance = p[1] * (1.0 - p[1]);
    let second = (hard(1e-4)? - 2.0 * hard(0.0)? + hard(-1e-4)?) / 1e-8;
    row("its second derivative: p (1 − p)", variance, second);
    let jacobian = |t: f64| Ok(softmax(&moved(&z, t), 1.0)?[[0, 0]]);
    row("Jacobian: −p₁ p₂", -p[0] * p[1], slope(&jacobian)?);
    let smooth = array![[0.9 + 0.1 / 3.0, 0.1 / 3.0, 0.1 / 3.0]];
    let smoothed =
        |t: f64| Ok(softmax_cross_entropy_with_probabilities(&moved(&z, t), &smooth)?[0]);
    row(
        "smoothed by 0.1: p − t",
        p[1] - 0.1 / 3.0,
        slope(&smoothed)?,
    );
    let sigma = |z: f64| 1.0 / (1.0 + (-z).exp());
    let zero = |t: f64| Ok(binary_cross_entropy_with_logits(&array![0.7 + t], &array![0.0])?[0]);
    row("label 0: σ(z) − y", sigma(0.7), slope(&zero)?);
    let minus = |t: f64| Ok((1.0 + (0.7 + t).exp()).ln());
    row("label −1: −s σ(−s z)", sigma(0.7), slope(&minus)?);
    // ANCHOR_END: program
    Ok(())
}

/// The second logit moved by t.
fn moved(z: &Array2<f64>, t: f64) -> Array2<f64> {
    z + &array![[0.0, t, 0.0]]
}

fn slope(f: &dyn Fn(f64) -> Result<f64, LossError>) -> Result<f64, LossError> {
    Ok((f(1e-5)? - f(-1e-5)?) / 2e-5)
}

fn row(name: &str, by_hand: f64, by_differences: f64) {
    println!("{name:<34} {by_hand:8.5} {by_differences:16.5}");
    assert_abs_diff_eq!(by_hand, by_differences, epsilon = 1e-6);
}
