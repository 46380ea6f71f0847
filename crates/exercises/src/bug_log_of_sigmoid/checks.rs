use ndarray::array;

use super::answer::{gradient, mean_loss};
use crate::teach::{all_close, close, is_slope};

#[test]
fn a_confident_mistake_costs_its_logit() {
    close(
        mean_loss(&array![-800.0], &array![1.0]),
        800.0,
        "the constant inside the logarithm caps the loss at −ln 1e-9 = 20.7",
    );
}

#[test]
fn a_large_logit_gives_no_nan() {
    close(
        mean_loss(&array![800.0], &array![1.0]),
        0.0,
        "e^800/(1 + e^800) is ∞/∞",
    );
    all_close(
        &gradient(&array![800.0, -800.0], &array![0.0, 1.0]),
        &array![0.5, -0.5],
        "the sigmoid needs a form for each sign",
    );
}

#[test]
fn the_gradient_belongs_to_the_value() {
    let (at, labels) = (array![-30.0, 2.0, 0.0], array![1.0, 0.0, 1.0]);
    is_slope(
        &gradient(&at, &labels),
        &at,
        |it| mean_loss(it, &labels),
        "at −30 the capped value is flat, and the gradient still says −1",
    );
}
