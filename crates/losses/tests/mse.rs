//! Squared error.

mod common;

use common::{assert_rejects_shapes, assert_same, central_difference, config, golden_section};
use losses::prelude::*;
use proptest::prelude::*;

const DATA: [f64; 5] = [1.0, 2.0, 3.0, 4.0, 100.0];

fn mean_loss(constant: f64) -> f64 {
    let targets = Array1::from(DATA.to_vec());
    let losses = squared_error(&Array1::from_elem(5, constant), &targets);
    mean(&losses.unwrap()).unwrap()
}

#[test]
fn squares_the_residual() {
    let losses = squared_error(&array![22.0, 22.0, -1.5], &array![1.0, 100.0, 1.0]).unwrap();
    assert_same(&losses, &array![441.0, 6084.0, 6.25]);
}

#[test]
fn has_no_factor_one_half() {
    let gradient = squared_error_gradient(&array![3.0, -3.0], &array![0.0, 0.0]).unwrap();
    assert_same(&gradient, &array![6.0, -6.0]);
}

#[test]
fn is_smallest_at_the_mean() {
    assert_abs_diff_eq!(
        golden_section(mean_loss, -50.0, 150.0),
        22.0,
        epsilon = 1e-5
    );
}

#[test]
fn of_a_constant_is_variance_plus_squared_bias() {
    // ∑(y − 22)² / 5 = (441 + 400 + 361 + 324 + 6084) / 5
    let variance = 1522.0;
    for constant in [-3.0, 0.0, 22.0, 50.0] {
        let bias = constant - 22.0;
        assert_relative_eq!(
            mean_loss(constant),
            variance + bias * bias,
            epsilon = 0.0,
            max_relative = 1e-14
        );
    }
}

#[test]
fn passes_nan_and_infinity_through() {
    let predictions = array![
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::INFINITY,
        0.0
    ];
    let targets = array![0.0, 0.0, 0.0, f64::INFINITY, f64::NAN];
    let inf = f64::INFINITY;
    let losses = squared_error(&predictions, &targets).unwrap();
    assert_same(&losses, &array![f64::NAN, inf, inf, f64::NAN, f64::NAN]);
    let gradient = squared_error_gradient(&predictions, &targets).unwrap();
    assert_same(&gradient, &array![f64::NAN, inf, -inf, f64::NAN, f64::NAN]);
}

#[test]
fn overflows_only_where_the_square_does() {
    let losses = squared_error(&array![1e150, 1e300, 1e-170], &array![0.0, 0.0, 0.0]).unwrap();
    assert_relative_eq!(losses[0], 1e300, epsilon = 0.0, max_relative = 1e-15);
    assert_eq!(losses[1], f64::INFINITY);
    assert_eq!(losses[2], 0.0);
    let gradient = squared_error_gradient(&array![1e300, 5e-324], &array![0.0, 0.0]).unwrap();
    assert_same(&gradient, &array![2e300, 1e-323]);
}

#[test]
fn takes_any_dimension_and_layout() {
    let predictions = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    let targets = array![
        [9.0, 0.0, 1.0],
        [0.0, 9.0, 0.0],
        [2.0, 2.0, 2.0],
        [0.0, 0.0, 0.0]
    ];
    // Rows 2 and 0 in reverse: neither contiguous nor in order.
    let targets = targets.slice_axis(Axis(0), ndarray::Slice::new(0, Some(3), -2));
    let expected = array![[1.0, 25.0], [0.0, 25.0], [1.0, 25.0]];
    assert_same(
        &squared_error(&predictions.t(), &targets.t()).unwrap(),
        &expected,
    );

    let scalar = squared_error(&ndarray::arr0(3.0), &ndarray::arr0(1.0)).unwrap();
    assert_eq!(scalar.into_scalar(), 4.0);
    let dynamic = squared_error(
        &predictions.view().into_dyn(),
        &predictions.view().into_dyn(),
    );
    assert_eq!(dynamic.unwrap().shape(), [2, 3]);
    let column = squared_error(&predictions.column(1), &array![0.0, 0.0]).unwrap();
    assert_same(&column, &array![4.0, 25.0]);
}

#[test]
fn of_nothing_is_nothing() {
    let nothing = Array1::<f64>::zeros(0);
    assert_eq!(squared_error(&nothing, &nothing).unwrap().len(), 0);
    assert_eq!(squared_error_gradient(&nothing, &nothing).unwrap().len(), 0);
}

#[test]
fn rejects_other_shapes_and_does_not_broadcast() {
    let (predictions, targets) = (array![[1.0], [2.0]], array![[1.0, 2.0]]);
    let expected: [(_, &[usize]); 2] = [("predictions", &[2, 1]), ("targets", &[1, 2])];
    assert_rejects_shapes(squared_error(&predictions, &targets), expected);
    assert_rejects_shapes(squared_error_gradient(&predictions, &targets), expected);
    let dynamic = squared_error(&array![1.0, 2.0].into_dyn(), &array![[1.0, 2.0]].into_dyn());
    assert_rejects_shapes(dynamic, [("predictions", &[2]), ("targets", &[1, 2])]);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn gradient_is_the_slope(prediction in -50.0..50.0, target in -50.0..50.0) {
        let loss = |at: f64| squared_error(&array![at], &array![target]).unwrap()[0];
        let gradient = squared_error_gradient(&array![prediction], &array![target]).unwrap();
        assert_abs_diff_eq!(gradient[0], central_difference(loss, prediction), epsilon = 1e-5);
    }
}
