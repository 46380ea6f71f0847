//! The message of each error.

use losses::prelude::*;

#[track_caller]
fn assert_message<T>(result: Result<T, LossError>, expected: &str) {
    let message = result.err().expect("an error").to_string();
    assert_eq!(message, expected);
    assert!(!message.ends_with('.') && !message.starts_with(char::is_uppercase));
}

#[test]
fn shape_mismatch_names_both_arguments_and_shapes() {
    let result = squared_error(&array![[1.0, 2.0]], &array![[1.0], [2.0]]);
    let expected = "shapes do not match: `predictions` is [1, 2], `targets` is [2, 1]";
    assert_message(result, expected);
}

#[test]
fn empty_input_says_what_to_do() {
    let result = mean(&Array1::zeros(0));
    assert_message(
        result,
        "the mean of no losses is undefined: pass at least one",
    );
}

#[test]
fn no_classes_says_what_to_do() {
    let result = softmax(&Array2::zeros((2, 0)), 1.0);
    assert_message(result, "`logits` has no classes: pass at least one column");
}

#[test]
fn invalid_parameter_names_the_domain_and_the_value() {
    let result = huber(&array![1.0], &array![1.0], -0.5);
    assert_message(result, "`delta` must be positive and finite, got -0.5");
}

#[test]
fn invalid_label_names_the_place_the_domain_and_the_value() {
    let result = hinge(&array![[1.0, 1.0]], &array![[1.0, 0.0]]);
    assert_message(result, "`labels` at [0, 1] must be -1 or +1, got 0");
}

#[test]
fn label_out_of_range_names_the_place_and_the_number_of_classes() {
    let result = softmax_cross_entropy(&Array2::zeros((2, 3)), &array![0, 3]);
    assert_message(
        result,
        "`labels` at [1] must be below the number of classes, 3, got 3",
    );
}

#[test]
fn probability_out_of_range_names_the_place_and_the_value() {
    let result = binary_cross_entropy(&array![0.5, 1.5], &array![0.0, 1.0]);
    let expected = "`probabilities` at [1] must be a probability, in [0, 1], got 1.5";
    assert_message(result, expected);
}

#[test]
fn not_a_distribution_names_the_row_the_sum_and_the_tolerance() {
    let result = kl_divergence(&array![[0.5, 0.25]], &array![[0.5, 0.5]]);
    assert_message(
        result,
        "row 0 of `p` sums to 0.75: normalize it to 1 (tolerance 1e-6)",
    );
}

#[test]
fn is_an_error_that_can_be_sent_and_compared() {
    fn is_error<E: std::error::Error + Send + Sync + Clone + PartialEq + 'static>() {}
    is_error::<LossError>();
}
