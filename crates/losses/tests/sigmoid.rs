//! Sigmoid and softplus.

mod common;

use common::{
    assert_same, central_difference, config, every_other_column_upside_down, sigmoid_by_tanh,
};
use losses::prelude::*;
use proptest::prelude::*;

#[test]
fn sigmoid_has_the_values_worked_by_hand() {
    // The odds of 3 to 1 are the probability 3/4.
    let logits = array![0.0, 3.0_f64.ln(), -(3.0_f64.ln())];
    assert_relative_eq!(
        sigmoid(&logits),
        array![0.5, 0.75, 0.25],
        epsilon = 0.0,
        max_relative = 1e-15
    );
}

#[test]
fn sigmoid_is_an_exponential_in_the_left_tail() {
    for logit in [-40.0_f64, -100.0, -700.0, -740.0] {
        let probability = sigmoid(&array![logit])[0];
        assert!(probability > 0.0);
        assert_relative_eq!(
            probability,
            logit.exp(),
            epsilon = 0.0,
            max_relative = 1e-15
        );
    }
}

#[test]
fn sigmoid_reaches_its_limits() {
    let logits = array![
        -1000.0,
        1000.0,
        f64::NEG_INFINITY,
        f64::INFINITY,
        -1e300,
        1e300
    ];
    assert_same(&sigmoid(&logits), &array![0.0, 1.0, 0.0, 1.0, 0.0, 1.0]);
    assert!(sigmoid(&array![f64::NAN])[0].is_nan());
}

#[test]
fn softplus_has_the_values_worked_by_hand() {
    // ln(1 + e^ln 3) = ln 4
    let values = softplus(&array![0.0, 3.0_f64.ln()]);
    assert_relative_eq!(
        values,
        array![2.0_f64.ln(), 4.0_f64.ln()],
        epsilon = 0.0,
        max_relative = 1e-15
    );
}

#[test]
fn softplus_keeps_both_tails() {
    for logit in [-40.0_f64, -100.0, -740.0] {
        assert_relative_eq!(
            softplus(&array![logit])[0],
            logit.exp(),
            epsilon = 0.0,
            max_relative = 1e-15
        );
    }
    let logits = array![
        1000.0,
        1e300,
        -1000.0,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN
    ];
    let inf = f64::INFINITY;
    assert_same(
        &softplus(&logits),
        &array![1000.0, 1e300, 0.0, inf, 0.0, f64::NAN],
    );
}

#[test]
fn both_take_any_layout() {
    let data = array![[0.0, 9.0, 1000.0], [-1000.0, 9.0, 0.0]];
    let view = every_other_column_upside_down(&data);
    assert_same(&sigmoid(&view.t()), &array![[0.0, 0.5], [0.5, 1.0]]);
    assert_same(
        &softplus(&view.t()),
        &array![[0.0, 2.0_f64.ln()], [2.0_f64.ln(), 1000.0]],
    );
    assert_eq!(sigmoid(&Array1::<f64>::zeros(0)).len(), 0);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn sigmoid_is_a_hyperbolic_tangent(logit in -30.0..30.0) {
        let probability = sigmoid(&array![logit])[0];
        assert_abs_diff_eq!(probability, sigmoid_by_tanh(logit), epsilon = 1e-15);
    }

    #[test]
    fn sigmoid_is_undone_by_the_log_odds(logit in -30.0..10.0) {
        let probability: f64 = sigmoid(&array![logit])[0];
        let log_odds = (probability / (1.0 - probability)).ln();
        assert_abs_diff_eq!(log_odds, logit, epsilon = 1e-11);
    }

    #[test]
    fn softplus_is_the_integral_of_sigmoid(logit in -30.0..30.0) {
        let slope = central_difference(|at| softplus(&array![at])[0], logit);
        assert_abs_diff_eq!(slope, sigmoid_by_tanh(logit), epsilon = 1e-8);
    }

    #[test]
    fn softplus_differs_from_its_mirror_by_the_logit(logit in -800.0..800.0) {
        let logit: f64 = logit;
        let both = softplus(&array![logit, -logit]);
        assert_abs_diff_eq!(both[0] - both[1], logit, epsilon = 1e-12);
    }
}
