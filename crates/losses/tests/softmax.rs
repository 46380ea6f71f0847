//! Log-sum-exp, softmax and log-softmax.

mod common;

use common::{
    NOT_POSITIVE, assert_rejects_parameter, assert_same, config, every_other_column_upside_down,
    numerical_gradient, sigmoid_by_tanh,
};
use losses::prelude::*;
use proptest::prelude::*;

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

fn lse(logits: &[f64]) -> f64 {
    let row = ArrayView2::from_shape((1, logits.len()), logits).unwrap();
    log_sum_exp(&row).unwrap()[0]
}

fn softmax_row(logits: &[f64], temperature: f64) -> Array1<f64> {
    let row = ArrayView2::from_shape((1, logits.len()), logits).unwrap();
    softmax(&row, temperature).unwrap().row(0).to_owned()
}

fn log_softmax_row(logits: &[f64]) -> Array1<f64> {
    let row = ArrayView2::from_shape((1, logits.len()), logits).unwrap();
    log_softmax(&row).unwrap().row(0).to_owned()
}

#[test]
fn log_sum_exp_has_the_values_worked_by_hand() {
    // The exponentials are 1, 2 and 3.
    assert_relative_eq!(lse(&[0.0, 2.0_f64.ln(), 3.0_f64.ln()]), 6.0_f64.ln());
    assert_relative_eq!(lse(&[0.0; 10]), std::f64::consts::LN_10);
    assert_eq!(lse(&[-3.5]), -3.5);
}

#[test]
fn log_sum_exp_neither_overflows_nor_underflows() {
    let ln_2 = 2.0_f64.ln();
    assert_relative_eq!(
        lse(&[1000.0, 1000.0]),
        1000.0 + ln_2,
        epsilon = 0.0,
        max_relative = 1e-15
    );
    assert_relative_eq!(
        lse(&[-1000.0, -1000.0]),
        -1000.0 + ln_2,
        epsilon = 0.0,
        max_relative = 1e-15
    );
    assert_eq!(
        [lse(&[1e300, -1e300]), lse(&[-1e300, -1e300])],
        [1e300, -1e300]
    );
}

#[test]
fn log_sum_exp_keeps_a_small_second_term() {
    // ln(1 + e⁻⁴⁰) is e⁻⁴⁰ to the last digit, though 1 + e⁻⁴⁰ rounds to 1.
    assert_relative_eq!(
        lse(&[0.0, -40.0]),
        (-40.0_f64).exp(),
        epsilon = 0.0,
        max_relative = 1e-15
    );
    assert_relative_eq!(
        lse(&[-40.0, 0.0]),
        (-40.0_f64).exp(),
        epsilon = 0.0,
        max_relative = 1e-15
    );
}

#[test]
fn log_sum_exp_of_infinities_and_nan() {
    assert_relative_eq!(lse(&[-INF, 0.0, 0.0]), 2.0_f64.ln());
    assert_eq!(lse(&[-INF, -INF]), -INF);
    assert_eq!(
        [lse(&[INF, 0.0]), lse(&[INF, -INF]), lse(&[INF, INF])],
        [INF; 3]
    );
    for row in [[NAN, 0.0], [0.0, NAN], [NAN, NAN], [NAN, -INF], [INF, NAN]] {
        assert!(lse(&row).is_nan());
    }
}

#[test]
fn softmax_has_the_values_worked_by_hand() {
    let logits = [0.0, 2.0_f64.ln(), 3.0_f64.ln()];
    let expected = array![1.0 / 6.0, 2.0 / 6.0, 3.0 / 6.0];
    assert_relative_eq!(
        softmax_row(&logits, 1.0),
        expected,
        epsilon = 0.0,
        max_relative = 1e-15
    );
    // At temperature ½ the exponentials are squared, 1, 4 and 9.
    let expected = array![1.0 / 14.0, 4.0 / 14.0, 9.0 / 14.0];
    assert_relative_eq!(
        softmax_row(&logits, 0.5),
        expected,
        epsilon = 0.0,
        max_relative = 1e-15
    );
}

#[test]
fn softmax_sharpens_when_cold_and_flattens_when_hot() {
    let logits = [3.0, 1.0, 2.0];
    assert_same(&softmax_row(&logits, 1e-3), &array![1.0, 0.0, 0.0]);
    assert_relative_eq!(
        softmax_row(&logits, 1e9),
        array![1.0, 1.0, 1.0] / 3.0,
        epsilon = 1e-8
    );
    assert_same(
        &softmax_row(&[1e300, 0.0, 1e300], 1e-300),
        &array![0.5, 0.0, 0.5],
    );
}

#[test]
fn softmax_survives_extreme_logits() {
    assert_same(
        &softmax_row(&[1000.0, 0.0, -1000.0], 1.0),
        &array![1.0, 0.0, 0.0],
    );
    assert_same(&softmax_row(&[-1000.0, -1000.0], 1.0), &array![0.5, 0.5]);
    assert_same(&softmax_row(&[1e300, -1e300], 1.0), &array![1.0, 0.0]);
    assert_relative_eq!(
        softmax_row(&[0.0, -740.0], 1.0)[1],
        (-740.0_f64).exp(),
        epsilon = 0.0,
        max_relative = 1e-15
    );
}

#[test]
fn a_masked_class_has_no_probability() {
    assert_same(&softmax_row(&[1.0, -INF, 1.0], 3.0), &array![0.5, 0.0, 0.5]);
    assert_relative_eq!(log_softmax_row(&[1.0, -INF, 1.0])[0], -(2.0_f64.ln()));
    assert_eq!(log_softmax_row(&[1.0, -INF, 1.0])[1], -INF);
}

#[test]
fn rows_without_a_finite_maximum_are_nan_as_documented() {
    let nan = array![NAN, NAN];
    for row in [
        [-INF, -INF],
        [INF, 0.0],
        [INF, INF],
        [NAN, 0.0],
        [0.0, NAN],
        [-INF, NAN],
    ] {
        assert_same(&softmax_row(&row, 1.0), &nan);
    }
    for row in [[-INF, -INF], [NAN, 0.0], [0.0, NAN], [-INF, NAN]] {
        assert_same(&log_softmax_row(&row), &nan);
    }
    assert_same(&log_softmax_row(&[INF, 0.0]), &array![NAN, -INF]);
}

#[test]
fn rows_do_not_touch_each_other() {
    let logits = array![[NAN, 0.0], [0.0, 3.0_f64.ln()]];
    let probabilities = softmax(&logits, 1.0).unwrap();
    assert_relative_eq!(probabilities.row(1), array![0.25, 0.75].view());
    let log_probabilities = log_softmax(&logits).unwrap();
    assert_relative_eq!(
        log_probabilities.row(1),
        array![0.25_f64.ln(), 0.75_f64.ln()].view()
    );
    assert_relative_eq!(log_sum_exp(&logits).unwrap()[1], 4.0_f64.ln());
}

#[test]
fn log_softmax_does_not_underflow() {
    assert_same(&log_softmax_row(&[0.0, -1000.0]), &array![0.0, -1000.0]);
    assert_same(&log_softmax_row(&[1e300, -1e300]), &array![0.0, -2e300]);
    assert_relative_eq!(
        log_softmax_row(&[0.0, -40.0])[0],
        -(-40.0_f64).exp(),
        epsilon = 0.0,
        max_relative = 1e-15
    );
}

#[test]
fn log_softmax_keeps_the_sum_beside_a_large_maximum() {
    let expected = array![-(2.0_f64.ln()), -(2.0_f64.ln())];
    assert_relative_eq!(
        log_softmax_row(&[1e17, 1e17]),
        expected,
        epsilon = 0.0,
        max_relative = 1e-15
    );
}

#[test]
fn all_take_any_layout() {
    let data = array![[0.0, 9.0, 3.0_f64.ln()], [1000.0, 9.0, -1000.0]];
    let view = every_other_column_upside_down(&data);
    let probabilities = softmax(&view, 1.0).unwrap();
    assert_relative_eq!(
        probabilities,
        array![[1.0, 0.0], [0.25, 0.75]],
        epsilon = 0.0,
        max_relative = 1e-15
    );
    assert_relative_eq!(log_sum_exp(&view).unwrap(), array![1000.0, 4.0_f64.ln()]);
    // The columns as rows: (1000, 0) and (−1000, ln 3).
    let transposed = log_softmax(&view.t()).unwrap();
    assert_relative_eq!(
        transposed,
        array![[0.0, -1000.0], [-1000.0 - 3.0_f64.ln(), 0.0]]
    );
}

#[test]
fn no_rows_are_no_error_but_no_classes_are() {
    let no_rows = Array2::<f64>::zeros((0, 3));
    assert_eq!(softmax(&no_rows, 1.0).unwrap().shape(), [0, 3]);
    assert_eq!(log_softmax(&no_rows).unwrap().shape(), [0, 3]);
    assert_eq!(log_sum_exp(&no_rows).unwrap().len(), 0);
    let expected = LossError::NoClasses { name: "logits" };
    for no_classes in [Array2::<f64>::zeros((3, 0)), Array2::zeros((0, 0))] {
        assert_eq!(softmax(&no_classes, 1.0).unwrap_err(), expected);
        assert_eq!(log_softmax(&no_classes).unwrap_err(), expected);
        assert_eq!(log_sum_exp(&no_classes).unwrap_err(), expected);
    }
}

#[test]
fn rejects_a_temperature_that_is_not_positive_and_finite() {
    for temperature in NOT_POSITIVE {
        let result = softmax(&array![[0.0, 1.0]], temperature);
        assert_rejects_parameter(result, "temperature", temperature);
    }
}

fn any_logits() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(-20.0..20.0, 1..6)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn log_sum_exp_is_the_logarithm_of_the_sum(logits in any_logits()) {
        let expected = logits.iter().map(|it| it.exp()).sum::<f64>().ln();
        assert_abs_diff_eq!(lse(&logits), expected, epsilon = 1e-13);
    }

    #[test]
    fn log_sum_exp_moves_with_the_logits(logits in any_logits(), shift in -500.0..500.0) {
        let moved: Vec<f64> = logits.iter().map(|it| it + shift).collect();
        assert_abs_diff_eq!(lse(&moved), lse(&logits) + shift, epsilon = 1e-12);
    }

    #[test]
    fn log_sum_exp_is_a_smooth_maximum(logits in any_logits()) {
        let max = logits.iter().copied().fold(-INF, f64::max);
        let value = lse(&logits);
        prop_assert!(max <= value && value <= max + (logits.len() as f64).ln() + 1e-12);
    }

    #[test]
    fn softmax_is_the_gradient_of_log_sum_exp(logits in any_logits()) {
        let row = Array2::from_shape_vec((1, logits.len()), logits).unwrap();
        let slopes = numerical_gradient(|at| sum(&log_sum_exp(at).unwrap()), &row);
        assert_abs_diff_eq!(softmax(&row, 1.0).unwrap(), slopes, epsilon = 1e-8);
    }

    #[test]
    fn softmax_sums_to_one(logits in any_logits(), temperature in 0.1..10.0) {
        assert_abs_diff_eq!(softmax_row(&logits, temperature).sum(), 1.0, epsilon = 1e-15);
    }

    #[test]
    fn log_odds_of_softmax_are_logit_differences(
        a in -5.0..5.0,
        b in -5.0..5.0,
        temperature in 0.5..4.0,
    ) {
        let (a, b): (f64, f64) = (a, b);
        let p = softmax_row(&[a, b, 0.3], temperature);
        assert_abs_diff_eq!((p[0] / p[1]).ln(), (a - b) / temperature, epsilon = 1e-13);
    }

    #[test]
    fn softmax_of_two_classes_is_a_sigmoid(a in -20.0..20.0, b in -20.0..20.0) {
        let (a, b): (f64, f64) = (a, b);
        assert_abs_diff_eq!(softmax_row(&[a, b], 1.0)[0], sigmoid_by_tanh(a - b), epsilon = 1e-14);
    }

    #[test]
    fn log_softmax_is_the_logit_less_log_sum_exp(logits in any_logits()) {
        let log_probabilities = log_softmax_row(&logits);
        let total: f64 = logits.iter().map(|it| it.exp()).sum();
        for (log_probability, logit) in log_probabilities.iter().zip(&logits) {
            assert_abs_diff_eq!(*log_probability, (logit.exp() / total).ln(), epsilon = 1e-12);
        }
    }
}
