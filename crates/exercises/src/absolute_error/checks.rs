use ndarray::array;

use super::answer::{mean_absolute_error, subgradient};
use crate::teach::{all_close, close, is_slope};

#[test]
fn is_the_mean_distance() {
    let value = mean_absolute_error(&array![1.0, 5.0, -2.0], &array![2.0, 5.0, 3.0]);
    close(
        value,
        2.0,
        "the distances are 1, 0 and 5; −2 or another sign means that the absolute value is missing",
    );
}

#[test]
fn the_subgradient_is_the_slope_away_from_the_kink() {
    let (at, targets) = (array![0.3, -2.0, 7.0], array![1.0, 1.0, -1.0]);
    let value = |it: &_| mean_absolute_error(it, &targets);
    is_slope(
        &subgradient(&at, &targets),
        &at,
        value,
        "each sign is divided by the number of examples",
    );
}

#[test]
fn an_exact_prediction_has_no_pull() {
    let pull = subgradient(&array![1.0, 4.0], &array![1.0, 2.0]);
    all_close(
        &pull,
        &array![0.0, 0.5],
        "`signum` of 0.0 is 1, so an exact prediction would be pushed away from its target",
    );
}

#[test]
fn a_large_residual_pulls_no_harder_than_a_small_one() {
    let pull = subgradient(&array![1e6, 1.001], &array![1.0, 1.0]);
    all_close(
        &pull,
        &array![0.5, 0.5],
        "the pull is the sign, not the residual: that is what makes the loss robust",
    );
}
