//! Mean and sum of losses.

mod common;

use common::{assert_same, central_difference, every_other_column_upside_down};
use losses::prelude::*;

#[test]
fn reduces_to_the_values_worked_by_hand() {
    let losses = array![[1.0, 2.0, 3.0], [4.0, 5.0, 15.0]];
    assert_eq!((mean(&losses).unwrap(), sum(&losses)), (5.0, 30.0));
    // 15, 4, 3 and 1 in that view
    let view = every_other_column_upside_down(&losses);
    assert_eq!((mean(&view).unwrap(), sum(&view)), (5.75, 23.0));
    assert_eq!((mean(&view.t()).unwrap(), sum(&view.t())), (5.75, 23.0));
    assert_eq!(mean(&array![7.0]).unwrap(), 7.0);
}

#[test]
fn mean_of_nothing_is_an_error_and_sum_is_zero() {
    for empty in [Array2::<f64>::zeros((0, 3)), Array2::zeros((3, 0))] {
        assert_eq!(mean(&empty), Err(LossError::EmptyInput));
        assert_same(&array![sum(&empty)], &array![0.0]);
    }
}

#[test]
fn mean_divides_the_gradient_by_the_number_of_examples() {
    let (predictions, targets) = (array![1.0, 2.0, 5.0, 9.0], array![0.0, 0.0, 0.0, 1.0]);
    let of_third = |at: f64| {
        let mut moved = predictions.clone();
        moved[2] = at;
        mean(&squared_error(&moved, &targets).unwrap()).unwrap()
    };
    let gradient = squared_error_gradient(&predictions, &targets).unwrap()[2];
    assert_abs_diff_eq!(
        central_difference(of_third, 5.0),
        gradient / 4.0,
        epsilon = 1e-7
    );
    assert_eq!(gradient / 4.0, 2.5);
}

#[test]
fn passes_nan_and_infinity_through() {
    assert!(mean(&array![1.0, f64::NAN]).unwrap().is_nan());
    assert!(sum(&array![f64::INFINITY, f64::NEG_INFINITY]).is_nan());
    assert_eq!(mean(&array![f64::INFINITY, 1.0]).unwrap(), f64::INFINITY);
    assert_eq!(mean(&array![1e308, 1e308]).unwrap(), f64::INFINITY);
}
