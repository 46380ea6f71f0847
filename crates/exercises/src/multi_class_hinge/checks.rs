use ndarray::array;

use super::answer::{multi_class_hinge, subgradient};
use crate::teach::{all_close, close, is_slope};

#[test]
fn equal_scores_pay_one_for_each_rival() {
    close(
        multi_class_hinge(&array![[0.0, 0.0, 0.0]], &[1]),
        2.0,
        "three classes have two rivals; 3 lets the right class pay to itself",
    );
}

#[test]
fn only_rivals_inside_the_margin_pay() {
    close(
        multi_class_hinge(&array![[3.2, 5.1, -1.7]], &[0]),
        2.9,
        "the rival 5.1 pays 2.9, the rival −1.7 nothing",
    );
}

#[test]
fn is_a_mean_over_the_rows() {
    close(
        multi_class_hinge(&array![[0.0, 0.0], [9.0, 0.0]], &[0, 0]),
        0.5,
        "one row pays 1, the other nothing",
    );
}

#[test]
fn the_subgradient_is_the_slope_away_from_the_kinks() {
    let (at, labels) = (
        array![[3.2, 5.1, -1.7], [1.3, 4.9, 2.0], [2.2, 2.5, -3.1]],
        [0, 1, 2],
    );
    is_slope(
        &subgradient(&at, &labels),
        &at,
        |it| multi_class_hinge(it, &labels),
        "+1 for each paying rival, minus their number for the right class",
    );
}

#[test]
fn a_rival_exactly_at_the_margin_pushes_nobody() {
    all_close(
        &subgradient(&array![[1.0, 0.0, 2.0]], &[0]),
        &array![[-1.0, 0.0, 1.0]],
        "the rival 0 is one below the right class: its loss is 0, and the subgradient asked for at the kink is 0",
    );
}

#[test]
fn the_right_class_is_pulled_by_every_paying_rival() {
    all_close(
        &subgradient(&array![[0.0, 0.5, 0.5]], &[0]),
        &array![[-2.0, 1.0, 1.0]],
        "two rivals pay, so the right class gets −2, not −1",
    );
}
