//! What the generator of a GAN minimizes.

mod common;

use common::{assert_same, central_difference, config, sigmoid_by_tanh};
use losses::prelude::*;
use proptest::prelude::*;

#[test]
fn are_logarithms_of_the_discriminator() {
    for logit in [-3.0, -0.2, 0.0, 1.7] {
        let (z, d) = (array![logit], sigmoid_by_tanh(logit));
        assert_relative_eq!(
            minimax_generator(&z)[0],
            (1.0 - d).ln(),
            max_relative = 1e-12
        );
        assert_relative_eq!(
            non_saturating_generator(&z)[0],
            -d.ln(),
            max_relative = 1e-12
        );
    }
}

#[test]
fn the_slopes_add_up_to_minus_one() {
    let logits = array![-40.0, -1.0, 0.0, 2.0, 800.0];
    let both = minimax_generator_gradient(&logits) + non_saturating_generator_gradient(&logits);
    assert_relative_eq!(both, Array1::from_elem(5, -1.0), max_relative = 1e-15);
}

#[test]
fn a_recognized_example_has_a_slope_in_one_of_them_only() {
    let recognized = array![-50.0];
    let minimax = minimax_generator_gradient(&recognized)[0];
    assert_relative_eq!(
        minimax,
        -(-50.0_f64).exp(),
        epsilon = 0.0,
        max_relative = 1e-12
    );
    assert_relative_eq!(non_saturating_generator_gradient(&recognized)[0], -1.0);
}

#[test]
fn extremes_neither_overflow_nor_hide_a_nan() {
    let logits = array![-1e300, 1e300, f64::NAN];
    assert_same(&minimax_generator(&logits), &array![-0.0, -1e300, f64::NAN]);
    assert_same(
        &non_saturating_generator(&logits),
        &array![1e300, 0.0, f64::NAN],
    );
    assert_same(
        &minimax_generator_gradient(&logits),
        &array![-0.0, -1.0, f64::NAN],
    );
    assert_same(
        &non_saturating_generator_gradient(&logits),
        &array![-1.0, -0.0, f64::NAN],
    );
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn gradients_are_the_slopes(logit in -20.0..20.0) {
        let slope = central_difference(|it| minimax_generator(&array![it])[0], logit);
        assert_abs_diff_eq!(minimax_generator_gradient(&array![logit])[0], slope, epsilon = 1e-8);
        let slope = central_difference(|it| non_saturating_generator(&array![it])[0], logit);
        let gradient = non_saturating_generator_gradient(&array![logit])[0];
        assert_abs_diff_eq!(gradient, slope, epsilon = 1e-8);
    }
}
