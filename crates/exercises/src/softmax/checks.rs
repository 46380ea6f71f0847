use ndarray::array;

use super::answer::{log_sum_exp, softmax};
use crate::teach::{all_close, close};

#[test]
fn log_sum_exp_of_equal_logits_counts_them() {
    close(
        log_sum_exp(&array![0.0, 0.0, 0.0]),
        3_f64.ln(),
        "three times e^0 is 3",
    );
}

#[test]
fn log_sum_exp_moves_with_its_argument() {
    close(
        log_sum_exp(&array![1001.0, 1002.0]) - log_sum_exp(&array![1.0, 2.0]),
        1000.0,
        "it is g(z + c) = g(z) + c: the shift has to come back",
    );
}

#[test]
fn survives_large_logits() {
    all_close(
        &softmax(&array![1000.0, 1000.0]),
        &array![0.5, 0.5],
        "∞/∞ is NaN: subtract the largest logit first",
    );
    all_close(
        &softmax(&array![-1000.0, -1000.0]),
        &array![0.5, 0.5],
        "0/0 is NaN: subtract the largest logit first",
    );
}

#[test]
fn does_not_move_with_its_argument() {
    all_close(
        &softmax(&array![1.0, 3.0]),
        &softmax(&array![101.0, 103.0]),
        "only differences of logits count",
    );
}

#[test]
fn a_masked_class_gets_nothing() {
    all_close(
        &softmax(&array![0.0, f64::NEG_INFINITY, 0.0]),
        &array![0.5, 0.0, 0.5],
        "e^−∞ is 0; NaN comes from −∞ minus −∞",
    );
}

#[test]
fn log_sum_exp_of_nothing_is_minus_infinity() {
    let value = log_sum_exp(&array![f64::NEG_INFINITY, f64::NEG_INFINITY]);
    assert_eq!(
        value,
        f64::NEG_INFINITY,
        "an empty sum is 0 and its logarithm −∞; yours is {value}, because −∞ − (−∞) is NaN"
    );
}
