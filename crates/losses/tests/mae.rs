//! Absolute error.

mod common;

use common::{
    assert_rejects_shapes, assert_same, central_difference, config, every_other_column_upside_down,
    golden_section,
};
use losses::prelude::*;
use proptest::prelude::*;

fn mean_loss(data: &[f64], constant: f64) -> f64 {
    let targets = Array1::from(data.to_vec());
    let losses = absolute_error(&Array1::from_elem(data.len(), constant), &targets);
    mean(&losses.unwrap()).unwrap()
}

#[test]
fn is_the_size_of_the_residual() {
    let losses = absolute_error(&array![2.0, 5.0, -1.0], &array![1.0, 8.0, -1.0]).unwrap();
    assert_same(&losses, &array![1.0, 3.0, 0.0]);
}

#[test]
fn is_smallest_at_the_median_whatever_the_outlier() {
    for outlier in [5.0, 100.0, 1e6] {
        let data = [1.0, 2.0, 3.0, 4.0, outlier];
        let minimizer = golden_section(|at| mean_loss(&data, at), -10.0, 200.0);
        assert_abs_diff_eq!(minimizer, 3.0, epsilon = 1e-6);
    }
}

#[test]
fn is_flat_between_the_two_middle_values() {
    let at = |constant| mean_loss(&[1.0, 2.0, 3.0, 10.0], constant);
    assert_eq!([at(2.0), at(2.25), at(3.0)], [2.5; 3]);
    assert!(at(1.9) > 2.5 && at(3.1) > 2.5);
}

#[test]
fn subgradient_at_zero_is_zero() {
    let predictions = array![0.0, -0.0, 0.0, 7.0];
    let targets = array![0.0, 0.0, -0.0, 7.0];
    let gradient = absolute_error_gradient(&predictions, &targets).unwrap();
    assert_same(&gradient, &array![0.0, 0.0, 0.0, 0.0]);
}

#[test]
fn gradient_is_the_sign_down_to_the_smallest_residual() {
    let predictions = array![
        5e-324,
        -5e-324,
        1e300,
        -1e300,
        f64::INFINITY,
        f64::NEG_INFINITY
    ];
    let gradient = absolute_error_gradient(&predictions, &Array1::zeros(6)).unwrap();
    assert_same(&gradient, &array![1.0, -1.0, 1.0, -1.0, 1.0, -1.0]);
}

#[test]
fn passes_nan_and_infinity_through() {
    let inf = f64::INFINITY;
    let predictions = array![f64::NAN, inf, -inf, inf, 0.0];
    let targets = array![0.0, 0.0, 0.0, inf, f64::NAN];
    let losses = absolute_error(&predictions, &targets).unwrap();
    assert_same(&losses, &array![f64::NAN, inf, inf, f64::NAN, f64::NAN]);
    let gradient = absolute_error_gradient(&predictions, &targets).unwrap();
    assert_same(&gradient, &array![f64::NAN, 1.0, -1.0, f64::NAN, f64::NAN]);
}

#[test]
fn takes_any_layout() {
    let data = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    let reversed = every_other_column_upside_down(&data);
    let losses = absolute_error(&reversed, &array![[0.0, 8.0], [1.0, 1.0]]).unwrap();
    assert_same(&losses, &array![[4.0, 2.0], [0.0, 2.0]]);
    let gradient = absolute_error_gradient(&reversed.t(), &array![[0.0, 1.0], [8.0, 1.0]]).unwrap();
    assert_same(&gradient, &array![[1.0, 0.0], [-1.0, 1.0]]);
}

#[test]
fn of_nothing_is_nothing() {
    let nothing = Array1::<f64>::zeros(0);
    assert_eq!(absolute_error(&nothing, &nothing).unwrap().len(), 0);
}

#[test]
fn rejects_other_shapes() {
    let (predictions, targets) = (array![1.0, 2.0], array![1.0]);
    let expected: [(_, &[usize]); 2] = [("predictions", &[2]), ("targets", &[1])];
    assert_rejects_shapes(absolute_error(&predictions, &targets), expected);
    assert_rejects_shapes(absolute_error_gradient(&predictions, &targets), expected);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn is_the_root_of_the_square(prediction in -1e3..1e3, target in -1e3..1e3) {
        let (prediction, target): (f64, f64) = (prediction, target);
        let loss = absolute_error(&array![prediction], &array![target]).unwrap()[0];
        let root = (prediction - target).powi(2).sqrt();
        assert_relative_eq!(loss, root, epsilon = 0.0, max_relative = 1e-15);
    }

    #[test]
    fn gradient_is_the_slope_away_from_zero(
        target in -50.0..50.0,
        size in 0.01..50.0,
        sign in prop::sample::select(vec![-1.0, 1.0]),
    ) {
        let prediction: f64 = target + sign * size;
        let loss = |at: f64| absolute_error(&array![at], &array![target]).unwrap()[0];
        let gradient = absolute_error_gradient(&array![prediction], &array![target]).unwrap();
        assert_abs_diff_eq!(gradient[0], central_difference(loss, prediction), epsilon = 1e-8);
    }
}
