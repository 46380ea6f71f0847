use ndarray::array;

use super::answer::{gradient, mean_squared_error};
use crate::teach::{all_close, close, is_slope};

#[test]
fn is_the_mean_of_the_squares() {
    let value = mean_squared_error(&array![2.0, 5.0], &array![1.0, 1.0]);
    let value = value.expect("two examples have a mean");
    close(
        value,
        8.5,
        "the squares are 1 and 16; 17 is their sum and 4.25 has a ½ that was not asked for",
    );
}

#[test]
fn the_gradient_has_two_over_n() {
    let gradient = gradient(&array![2.0, 5.0], &array![1.0, 1.0]).expect("there are examples");
    all_close(
        &gradient,
        &array![1.0, 4.0],
        "a mean over n has the factor 2/n; [2, 8] forgets the n",
    );
}

#[test]
fn the_gradient_is_the_slope_of_the_value() {
    let (at, targets) = (array![0.3, -2.0, 7.0], array![1.0, 1.0, -1.0]);
    let value = |it: &_| mean_squared_error(it, &targets).expect("there are examples");
    let gradient = gradient(&at, &targets).expect("there are examples");
    is_slope(
        &gradient,
        &at,
        value,
        "a factor that is the same everywhere is the 2 or the n, a minus everywhere is target minus prediction",
    );
}

#[test]
fn refuses_lengths_that_differ() {
    let (one, three) = (array![1.0], array![1.0, 2.0, 3.0]);
    let lesson =
        "one prediction would be broadcast against three targets: that is no mean squared error";
    assert!(mean_squared_error(&one, &three).is_none(), "{lesson}");
    assert!(gradient(&one, &three).is_none(), "{lesson}");
}

#[test]
fn refuses_no_examples() {
    let lesson = "0/0 is NaN, and a NaN here is found an hour later";
    assert!(
        mean_squared_error(&array![], &array![]).is_none(),
        "{lesson}"
    );
    assert!(gradient(&array![], &array![]).is_none(), "{lesson}");
}
