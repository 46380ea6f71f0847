use ndarray::{Axis, array};

use super::answer::{cross_entropy, gradient};
use crate::teach::{all_close, close, is_slope};

#[test]
fn starts_at_the_logarithm_of_the_number_of_classes() {
    let value = cross_entropy(&array![[0.0, 0.0, 0.0], [5.0, 5.0, 5.0]], &[0, 2]);
    close(
        value,
        3_f64.ln(),
        "equal logits give each class 1/3; twice that is a sum over the rows",
    );
}

#[test]
fn reads_the_logit_of_the_label() {
    close(
        cross_entropy(&array![[2.0, 1.0, 0.1]], &[0]),
        0.417_030_016_277_718_3,
        "log-sum-exp minus the logit of the label",
    );
}

#[test]
fn survives_a_thousand() {
    close(
        cross_entropy(&array![[1000.0, 0.0]], &[1]),
        1000.0,
        "subtract the largest logit before the exponential; ∞ comes from ln of a softmax that is 0",
    );
    close(
        cross_entropy(&array![[-1000.0, -1000.0]], &[0]),
        2_f64.ln(),
        "the largest logit may be negative: start the search for it at −∞, not at 0",
    );
}

#[test]
fn the_gradient_survives_a_thousand() {
    all_close(
        &gradient(&array![[1000.0, 0.0], [-1000.0, -1000.0]], &[1, 0]),
        &array![[0.5, -0.5], [-0.25, 0.25]],
        "subtract the largest logit here, too: ∞/∞ and 0/0 are NaN",
    );
}

#[test]
fn the_gradient_is_the_slope() {
    let (at, labels) = (array![[0.3, -1.0, 2.0], [1.0, 1.0, -4.0]], [2, 0]);
    is_slope(
        &gradient(&at, &labels),
        &at,
        |it| cross_entropy(it, &labels),
        "softmax minus one-hot, divided by the number of rows",
    );
}

#[test]
fn the_gradient_reaches_every_logit_and_sums_to_zero() {
    let gradient = gradient(&array![[0.3, -1.0, 2.0]], &[0]);
    assert!(
        gradient.iter().all(|&it| it != 0.0),
        "wrong classes are pushed down too: {gradient}"
    );
    all_close(
        &gradient.sum_axis(Axis(1)),
        &array![0.0],
        "adding a constant to all logits changes nothing, so the gradient sums to 0",
    );
}
