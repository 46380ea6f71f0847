//! Log-cosh and pseudo-Huber.

mod common;

use common::{
    NOT_POSITIVE, assert_rejects_parameter, assert_rejects_shapes, assert_same, central_difference,
    config,
};
use losses::prelude::*;
use proptest::prelude::*;

fn cosh_at(r: f64) -> f64 {
    log_cosh(&array![r], &array![0.0]).unwrap()[0]
}

fn pseudo_at(r: f64, delta: f64) -> f64 {
    pseudo_huber(&array![r], &array![0.0], delta).unwrap()[0]
}

#[test]
fn log_cosh_is_its_name_where_that_can_be_computed() {
    for r in [-20.0, -1.0, 0.5, 1.0, 1.000_001, 3.0_f64] {
        assert_relative_eq!(
            cosh_at(r),
            r.cosh().ln(),
            max_relative = 1e-14,
            epsilon = 0.0
        );
    }
}

#[test]
fn log_cosh_has_both_its_limits() {
    assert_relative_eq!(cosh_at(1e-9), 5e-19, max_relative = 1e-14, epsilon = 0.0);
    assert_relative_eq!(cosh_at(-1000.0), 1000.0 - 2_f64.ln(), epsilon = 0.0);
    assert_eq!(cosh_at(1e308), 1e308);
}

#[test]
fn pseudo_huber_is_between_its_limits() {
    assert_eq!(pseudo_at(-4.0, 3.0), 6.0);
    // δ → ∞: half the square. δ → 0: δ |r|.
    assert_relative_eq!(pseudo_at(2.0, 1e9), 2.0, max_relative = 1e-15);
    assert_relative_eq!(
        pseudo_at(2.0, 1e-9),
        2e-9,
        max_relative = 1e-8,
        epsilon = 0.0
    );
    assert_relative_eq!(
        pseudo_at(1e-9, 1.0),
        5e-19,
        max_relative = 1e-14,
        epsilon = 0.0
    );
    assert_relative_eq!(pseudo_at(1e200, 2.0), 2e200, epsilon = 0.0);
    assert_relative_eq!(pseudo_at(1.0, 1e-300), 1e-300, epsilon = 0.0);
}

#[test]
fn pseudo_huber_never_exceeds_huber() {
    for r in [1e-3, 0.5, 1.0, 2.0, 50.0] {
        let ours = huber(&array![r], &array![0.0], 1.0).unwrap()[0];
        assert!(pseudo_at(r, 1.0) <= ours && pseudo_at(r, 1.0) >= ours - 0.5);
    }
}

#[test]
fn passes_nan_and_infinity_through() {
    let inf = f64::INFINITY;
    let (predictions, targets) = (array![inf, -inf, inf, f64::NAN], array![0.0, 0.0, inf, 0.0]);
    let expected = array![inf, inf, f64::NAN, f64::NAN];
    assert_same(&log_cosh(&predictions, &targets).unwrap(), &expected);
    assert_same(
        &pseudo_huber(&predictions, &targets, 2.0).unwrap(),
        &expected,
    );
    let gradient = log_cosh_gradient(&predictions, &targets).unwrap();
    assert_same(&gradient, &array![1.0, -1.0, f64::NAN, f64::NAN]);
    let gradient = pseudo_huber_gradient(&predictions, &targets, 2.0).unwrap();
    assert_same(&gradient, &array![2.0, -2.0, f64::NAN, f64::NAN]);
}

#[test]
fn rejects_a_delta_that_is_not_positive_and_finite() {
    for delta in NOT_POSITIVE {
        assert_rejects_parameter(
            pseudo_huber(&array![1.0], &array![0.0], delta),
            "delta",
            delta,
        );
        assert_rejects_parameter(
            pseudo_huber_gradient(&array![1.0], &array![0.0], delta),
            "delta",
            delta,
        );
    }
}

#[test]
fn rejects_other_shapes() {
    let (two, one) = (array![0.0, 1.0], array![1.0]);
    let expected: [(_, &[usize]); 2] = [("predictions", &[2]), ("targets", &[1])];
    assert_rejects_shapes(log_cosh(&two, &one), expected);
    assert_rejects_shapes(log_cosh_gradient(&two, &one), expected);
    assert_rejects_shapes(pseudo_huber(&two, &one, 1.0), expected);
    assert_rejects_shapes(pseudo_huber_gradient(&two, &one, 1.0), expected);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn gradients_are_the_slopes(prediction in -50.0..50.0, target in -50.0..50.0, delta in 0.1..20.0) {
        let gradient = log_cosh_gradient(&array![prediction], &array![target]).unwrap()[0];
        let loss = |it: f64| log_cosh(&array![it], &array![target]).unwrap()[0];
        assert_abs_diff_eq!(gradient, central_difference(loss, prediction), epsilon = 1e-7);
        let gradient = pseudo_huber_gradient(&array![prediction], &array![target], delta).unwrap()[0];
        let loss = |it: f64| pseudo_huber(&array![it], &array![target], delta).unwrap()[0];
        assert_abs_diff_eq!(gradient, central_difference(loss, prediction), epsilon = 1e-6);
    }
}
