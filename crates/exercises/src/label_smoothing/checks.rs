use ndarray::{Array1, array};

use super::answer::{gradient, smoothed};
use crate::teach::{close, is_slope};

#[test]
fn without_smoothing_it_is_cross_entropy() {
    close(
        smoothed(&array![2.0, 1.0, 0.1], 0, 0.0),
        0.417_030_016_277_718_3,
        "ε = 0 leaves the one-hot target",
    );
}

#[test]
fn spreads_epsilon_over_all_classes() {
    // The best logits for K = 10, ε = 0.1 leave the entropy of the target.
    let mut logits = Array1::zeros(10);
    logits[3] = (0.91_f64 / 0.01).ln();
    let entropy = -0.91 * 0.91_f64.ln() - 9.0 * 0.01 * 0.01_f64.ln();
    close(
        smoothed(&logits, 3, 0.1),
        entropy,
        "the right class gets 0.91, the others 0.01; ε/(K − 1) is the other convention",
    );
}

#[test]
fn equal_logits_cost_the_logarithm_of_the_number_of_classes() {
    close(
        smoothed(&array![7.0, 7.0], 1, 0.3),
        2_f64.ln(),
        "a target sums to 1, whatever ε is",
    );
}

#[test]
fn the_gradient_is_the_slope() {
    let at = array![0.3, -1.0, 2.0];
    is_slope(
        &gradient(&at, 1, 0.1),
        &at,
        |it| smoothed(it, 1, 0.1),
        "softmax minus the smoothed target",
    );
}

#[test]
fn pushes_an_overconfident_logit_back() {
    let gradient = gradient(&array![50.0, 0.0, 0.0], 0, 0.1);
    assert!(
        gradient[0] > 0.0,
        "with ε > 0 a right logit can be too large: its gradient should be positive, yours is {}",
        gradient[0]
    );
}

#[test]
fn survives_a_thousand() {
    close(
        smoothed(&array![1000.0, 0.0], 0, 0.2),
        100.0,
        "shift by the largest logit; a share of ε/2 stays on the wrong class",
    );
    close(
        smoothed(&array![-1000.0, -1000.0], 0, 0.2),
        2_f64.ln(),
        "the largest logit may be negative: start the search for it at −∞, not at 0",
    );
}
