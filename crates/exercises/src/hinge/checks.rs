use ndarray::array;

use super::answer::{hinge, subgradient};
use crate::teach::{all_close, close, is_slope};

#[test]
fn a_score_of_zero_pays_one() {
    close(
        hinge(&array![0.0], &array![1.0]),
        1.0,
        "the hinge of a score 0 is 1",
    );
    close(
        hinge(&array![0.0], &array![0.0]),
        1.0,
        "the label 0 stands for −1; used as it is, the loss would not depend on the score",
    );
}

#[test]
fn pays_until_the_margin_is_reached() {
    close(
        hinge(&array![0.5], &array![1.0]),
        0.5,
        "a correct score of 0.5 is inside the margin and pays the rest",
    );
    close(
        hinge(&array![2.0, -2.0], &array![1.0, 0.0]),
        0.0,
        "beyond the margin nothing is left to pay, on either side",
    );
}

#[test]
fn a_wrong_score_pays_in_proportion() {
    close(
        hinge(&array![3.0], &array![0.0]),
        4.0,
        "the penalty is linear in the violation: 1 + 3",
    );
}

#[test]
fn the_subgradient_is_the_slope_away_from_the_kink() {
    let (at, labels) = (array![0.5, -3.0, 1.5, 0.2], array![1.0, 1.0, 1.0, 0.0]);
    is_slope(
        &subgradient(&at, &labels),
        &at,
        |it| hinge(it, &labels),
        "−y where the margin is below 1, divided by the number of scores",
    );
}

#[test]
fn the_kink_is_at_one() {
    all_close(
        &subgradient(&array![1.0, 0.0], &array![1.0, 1.0]),
        &array![0.0, -0.5],
        "at a margin of 1 the loss is 0 and the subgradient asked for too; at a score of 0 there is no kink",
    );
}
