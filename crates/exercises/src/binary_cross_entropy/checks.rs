use ndarray::array;

use super::answer::{binary_cross_entropy, derivative};
use crate::teach::{close, is_slope};

#[test]
fn knows_nothing_at_zero() {
    close(
        binary_cross_entropy(0.0, 1.0),
        2_f64.ln(),
        "a logit of 0 is the probability ½; 1 would be bits",
    );
}

#[test]
fn tells_right_from_wrong() {
    close(
        binary_cross_entropy(2.0, 1.0),
        0.126_928_011_042_972_6,
        "a logit of 2 with the label 1 is nearly right",
    );
    close(
        binary_cross_entropy(-2.0, 1.0),
        2.126_928_011_042_973,
        "a logit of −2 with the label 1 is wrong: are the labels swapped?",
    );
}

#[test]
fn survives_a_logit_of_a_thousand() {
    close(
        binary_cross_entropy(1000.0, 0.0),
        1000.0,
        "e^1000 overflows: pull max(z, 0) out of the logarithm",
    );
    close(
        binary_cross_entropy(-1000.0, 1.0),
        1000.0,
        "the sigmoid of −1000 is 0 and its logarithm −∞: never take it",
    );
}

#[test]
fn keeps_a_tiny_loss() {
    let value = binary_cross_entropy(50.0, 1.0);
    close(
        value * 1e21,
        (-50_f64).exp() * 1e21,
        "e^−50 is the loss; 1 + e^−50 rounds to 1, so use `ln_1p`",
    );
}

#[test]
fn the_derivative_is_the_slope() {
    for (logit, label) in [(-3.0, 1.0), (-3.0, 0.0), (0.0, 1.0), (2.5, 0.0)] {
        let lesson = "it is sigmoid(z) − y";
        is_slope(
            &array![derivative(logit, label)],
            &array![logit],
            |it| binary_cross_entropy(it[0], label),
            lesson,
        );
    }
}

#[test]
fn the_derivative_survives_and_keeps_its_digits() {
    close(
        derivative(-1000.0, 1.0),
        -1.0,
        "e^1000 must not appear: NaN is ∞/∞",
    );
    close(
        derivative(1000.0, 0.0),
        1.0,
        "a confidently wrong logit is pushed back with the whole learning rate",
    );
    close(
        derivative(40.0, 1.0) * 1e17,
        -(-40_f64).exp() * 1e17,
        "σ(40) − 1 rounds to 0: use 1 − σ(z) = σ(−z)",
    );
}
