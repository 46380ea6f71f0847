//! Pinball loss.

mod common;

use common::{assert_rejects_shapes, assert_same, central_difference, config};
use losses::prelude::*;
use proptest::prelude::*;

#[test]
fn has_the_values_worked_by_hand() {
    let losses = pinball(
        &array![110.0, 115.0, 95.0],
        &array![100.0, 120.0, 90.0],
        0.9,
    )
    .unwrap();
    assert_abs_diff_eq!(losses, array![1.0, 4.5, 0.5], epsilon = 1e-12);
    let gradient = pinball_gradient(&array![110.0, 115.0], &array![100.0, 120.0], 0.75).unwrap();
    assert_eq!(gradient, array![0.25, -0.75]);
}

#[test]
fn at_one_half_is_half_the_absolute_error() {
    let (predictions, targets) = (array![-3.0, 0.0, 2.5], array![1.0, 0.0, 2.0]);
    let absolute = absolute_error(&predictions, &targets).unwrap();
    assert_same(
        &pinball(&predictions, &targets, 0.5).unwrap(),
        &(absolute / 2.0),
    );
}

#[test]
fn turns_into_the_other_level_when_the_arguments_change_places() {
    let (predictions, targets) = (array![-3.0, 0.0, 2.5], array![1.0, 0.0, 2.0]);
    let swapped = pinball(&targets, &predictions, 0.75).unwrap();
    assert_same(&pinball(&predictions, &targets, 0.25).unwrap(), &swapped);
}

#[test]
fn is_least_at_a_quantile_of_the_targets() {
    let targets = Array1::from_iter([7.0, 1.0, 9.0, 4.0, 2.0, 8.0, 3.0, 6.0, 5.0]);
    for (level, quantile) in [(0.25, 3.0), (0.5, 5.0), (0.75, 7.0), (0.9, 9.0)] {
        let total = |c: f64| sum(&pinball(&Array1::from_elem(9, c), &targets, level).unwrap());
        let best = targets
            .iter()
            .copied()
            .min_by(|&a, &b| total(a).total_cmp(&total(b)));
        assert_eq!(best, Some(quantile));
    }
}

#[test]
fn passes_nan_and_infinity_through_and_is_flat_at_the_kink() {
    let inf = f64::INFINITY;
    let (predictions, targets) = (
        array![inf, -inf, inf, f64::NAN, 3.0],
        array![0.0, 0.0, inf, 0.0, 3.0],
    );
    let losses = pinball(&predictions, &targets, 0.75).unwrap();
    assert_same(&losses, &array![inf, inf, f64::NAN, f64::NAN, 0.0]);
    let gradient = pinball_gradient(&predictions, &targets, 0.75).unwrap();
    assert_same(&gradient, &array![0.25, -0.75, f64::NAN, f64::NAN, 0.0]);
}

#[test]
fn rejects_levels_outside_the_open_interval() {
    for level in [0.0, 1.0, -0.1, 1.5, f64::NAN] {
        for result in [
            pinball(&array![0.0], &array![0.0], level),
            pinball_gradient(&array![0.0], &array![0.0], level),
        ] {
            assert!(matches!(
                result,
                Err(LossError::InvalidParameter { name: "level", .. })
            ));
        }
    }
}

#[test]
fn rejects_other_shapes() {
    let expected: [(_, &[usize]); 2] = [("predictions", &[2]), ("targets", &[1])];
    assert_rejects_shapes(pinball(&array![0.0, 1.0], &array![1.0], 0.5), expected);
    assert_rejects_shapes(
        pinball_gradient(&array![0.0, 1.0], &array![1.0], 0.5),
        expected,
    );
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn gradient_is_the_slope(prediction in -50.0..50.0, target in -50.0..50.0, level in 0.01..0.99) {
        let residual: f64 = prediction - target;
        prop_assume!(residual.abs() > 1e-3);
        let loss = |it: f64| pinball(&array![it], &array![target], level).unwrap()[0];
        let gradient = pinball_gradient(&array![prediction], &array![target], level).unwrap()[0];
        assert_abs_diff_eq!(gradient, central_difference(loss, prediction), epsilon = 1e-8);
    }
}
