//! Huber loss.

mod common;

use common::{
    NOT_POSITIVE, assert_rejects_parameter, assert_rejects_shapes, assert_same, central_difference,
    config, every_other_column_upside_down, golden_section, simpson,
};
use losses::prelude::*;
use proptest::prelude::*;

fn at(residual: f64, delta: f64) -> f64 {
    huber(&array![residual], &array![0.0], delta).unwrap()[0]
}

fn slope_at(residual: f64, delta: f64) -> f64 {
    huber_gradient(&array![residual], &array![0.0], delta).unwrap()[0]
}

#[test]
fn has_the_values_worked_by_hand() {
    assert_eq!([at(3.0, 1.0), at(1.0, 2.0), at(3.0, 2.0)], [2.5, 0.5, 4.0]);
    assert_eq!(
        [at(-3.0, 1.0), at(-1.0, 2.0), at(-3.0, 2.0)],
        [2.5, 0.5, 4.0]
    );
    // A residual of 0.2 costs 0.02; one of 1.2 beyond δ = 1 costs 0.7.
    assert_relative_eq!(at(0.2, 1.0), 0.02);
    assert_relative_eq!(at(1.2, 1.0), 0.7);
}

#[test]
fn divided_by_delta_is_smooth_l1() {
    assert_eq!([at(1.0, 2.0) / 2.0, at(3.0, 2.0) / 2.0], [0.25, 2.0]);
}

#[test]
fn depends_on_prediction_minus_target() {
    let gradient = huber_gradient(&array![5.0, 1.0], &array![4.5, 9.0], 1.0).unwrap();
    assert_same(&gradient, &array![0.5, -1.0]);
    let losses = huber(&array![5.0, 1.0], &array![4.5, 9.0], 1.0).unwrap();
    assert_same(&losses, &array![0.125, 7.5]);
}

#[test]
fn is_continuous_at_delta() {
    for delta in [0.1, 1.0, 7.3] {
        let inside = at(delta, delta);
        assert_relative_eq!(
            inside,
            delta * delta / 2.0,
            epsilon = 0.0,
            max_relative = 1e-15
        );
        assert_relative_eq!(
            at(f64::next_up(delta), delta),
            inside,
            epsilon = 0.0,
            max_relative = 1e-14
        );
    }
}

#[test]
fn gradient_is_continuous_at_delta() {
    for delta in [0.1, 1.0, 7.3] {
        assert_eq!(slope_at(delta, delta), delta);
        assert_eq!(slope_at(-delta, delta), -delta);
        assert_eq!(slope_at(f64::next_up(delta), delta), delta);
        assert_relative_eq!(
            slope_at(f64::next_down(delta), delta),
            delta,
            epsilon = 0.0,
            max_relative = 1e-15
        );
    }
}

#[test]
fn is_the_integral_of_the_clipped_residual() {
    for (residual, delta) in [(0.7, 1.0), (1.0, 0.25), (-3.0, 2.0), (10.0, 0.5)] {
        // With the kink at an end of an interval Simpson's rule is exact.
        let clip = |r: f64| r.max(-delta).min(delta);
        let kink = clip(residual);
        let area = simpson(clip, 0.0, kink) + simpson(clip, kink, residual);
        assert_relative_eq!(
            at(residual, delta),
            area,
            epsilon = 0.0,
            max_relative = 1e-12
        );
    }
}

#[test]
fn tends_to_half_the_squared_error_for_a_large_delta() {
    for residual in [-30.0, -0.1, 0.0, 2.0, 1e5] {
        assert_relative_eq!(at(residual, 1e6), residual * residual / 2.0);
        assert_eq!(slope_at(residual, 1e6), residual);
    }
}

#[test]
fn divided_by_delta_tends_to_the_absolute_error_for_a_small_delta() {
    for residual in [-30.0_f64, -0.1, 2.0, 1e5] {
        for delta in [1e-3, 1e-6, 1e-300] {
            let gap = residual.abs() - at(residual, delta) / delta;
            assert_abs_diff_eq!(gap, delta / 2.0, epsilon = 1e-15 * residual.abs());
            assert_eq!(slope_at(residual, delta) / delta, residual.signum());
        }
    }
}

#[test]
fn is_smallest_where_the_clipped_residuals_cancel() {
    // δ = 10: four residuals c − y unclipped and one at −10 give 4c − 10 − 10 = 0.
    let targets = array![1.0, 2.0, 3.0, 4.0, 100.0];
    let mean_loss =
        |c: f64| mean(&huber(&Array1::from_elem(5, c), &targets, 10.0).unwrap()).unwrap();
    assert_abs_diff_eq!(golden_section(mean_loss, -50.0, 150.0), 5.0, epsilon = 1e-5);
}

#[test]
fn overflows_only_where_the_result_does() {
    assert_eq!(at(1e300, 1.0), 1e300);
    assert_relative_eq!(at(-1e300, 1e5), 1e305, epsilon = 0.0, max_relative = 1e-15);
    assert_eq!(at(1e300, 1e10), f64::INFINITY);
    // r² overflows, r² / 2 does not.
    assert_relative_eq!(
        at(1.5e154, 1e200),
        1.125e308,
        epsilon = 0.0,
        max_relative = 1e-15
    );
    assert_eq!(
        [slope_at(1e300, 1.0), slope_at(-1e300, 1e299)],
        [1.0, -1e299]
    );
    assert_eq!(at(5e-324, 1.0), 0.0);
    assert_eq!(slope_at(5e-324, 1.0), 5e-324);
}

#[test]
fn passes_nan_and_infinity_through() {
    let inf = f64::INFINITY;
    let predictions = array![f64::NAN, inf, -inf, inf, 0.0];
    let targets = array![0.0, 0.0, 0.0, inf, f64::NAN];
    let losses = huber(&predictions, &targets, 2.0).unwrap();
    assert_same(&losses, &array![f64::NAN, inf, inf, f64::NAN, f64::NAN]);
    let gradient = huber_gradient(&predictions, &targets, 2.0).unwrap();
    assert_same(&gradient, &array![f64::NAN, 2.0, -2.0, f64::NAN, f64::NAN]);
}

#[test]
fn takes_any_layout() {
    let data = array![[1.0, 9.0, -3.0], [0.5, 9.0, 6.0]];
    let view = every_other_column_upside_down(&data);
    let losses = huber(&view.t(), &Array2::zeros((2, 2)), 2.0).unwrap();
    assert_same(&losses, &array![[0.125, 0.5], [10.0, 4.0]]);
    let nothing = Array1::<f64>::zeros(0);
    assert_eq!(huber(&nothing, &nothing, 1.0).unwrap().len(), 0);
}

#[test]
fn rejects_a_delta_that_is_not_positive_and_finite() {
    for delta in NOT_POSITIVE {
        assert_rejects_parameter(huber(&array![1.0], &array![0.0], delta), "delta", delta);
        assert_rejects_parameter(
            huber_gradient(&array![1.0], &array![0.0], delta),
            "delta",
            delta,
        );
    }
}

#[test]
fn rejects_other_shapes() {
    let (predictions, targets) = (array![[1.0, 2.0]], array![[1.0], [2.0]]);
    let expected: [(_, &[usize]); 2] = [("predictions", &[1, 2]), ("targets", &[2, 1])];
    assert_rejects_shapes(huber(&predictions, &targets, 1.0), expected);
    assert_rejects_shapes(huber_gradient(&predictions, &targets, 1.0), expected);
}

proptest! {
    #![proptest_config(config())]

    // The gradient is continuous, so that no neighborhood needs to be spared.
    #[test]
    fn gradient_is_the_slope(
        prediction in -50.0..50.0,
        target in -50.0..50.0,
        delta in 0.1..20.0,
    ) {
        let loss = |at: f64| huber(&array![at], &array![target], delta).unwrap()[0];
        let gradient = huber_gradient(&array![prediction], &array![target], delta).unwrap();
        assert_abs_diff_eq!(gradient[0], central_difference(loss, prediction), epsilon = 1e-3);
        let residual: f64 = prediction - target;
        if (residual.abs() - delta).abs() > 1e-3 {
            assert_abs_diff_eq!(gradient[0], central_difference(loss, prediction), epsilon = 1e-6);
        }
    }

    #[test]
    fn lies_between_zero_and_both_limits(residual in -50.0..50.0, delta in 0.1..20.0) {
        let (residual, delta): (f64, f64) = (residual, delta);
        let loss = at(residual, delta);
        prop_assert!(0.0 <= loss);
        prop_assert!(loss <= residual * residual / 2.0);
        prop_assert!(loss <= delta * residual.abs());
    }
}
