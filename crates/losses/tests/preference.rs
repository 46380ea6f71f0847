//! Bradley–Terry, DPO and IPO.

mod common;

use common::{
    NOT_POSITIVE, assert_rejects_parameter, assert_rejects_shapes, assert_same, central_difference,
    config,
};
use losses::prelude::*;
use proptest::prelude::*;

#[test]
fn bradley_terry_is_the_likelihood_of_the_odds() {
    // Strengths 3 and 1: the stronger wins three times of four.
    let (strong, weak) = (array![3.0_f64.ln()], array![1.0_f64.ln()]);
    let loss = bradley_terry(&strong, &weak).unwrap();
    assert_relative_eq!(loss[0], -(0.75_f64.ln()));
    assert_relative_eq!(bradley_terry(&weak, &strong).unwrap()[0], -(0.25_f64.ln()));
    assert_relative_eq!(bradley_terry_gradient(&strong, &weak).unwrap()[0], -0.25);
}

#[test]
fn dpo_starts_at_the_logarithm_of_two_and_sees_the_difference_only() {
    for shared in [-300.0, 0.0, 5.0] {
        let loss = dpo(&array![shared], &array![shared], 0.1).unwrap();
        assert_relative_eq!(loss[0], std::f64::consts::LN_2);
        let moved = dpo(&array![shared + 3.0], &array![shared - 4.0], 0.1).unwrap();
        assert_relative_eq!(
            moved[0],
            (1.0 + (-0.7_f64).exp()).ln(),
            max_relative = 1e-12
        );
    }
}

#[test]
fn ipo_is_least_at_half_of_the_inverse_of_beta() {
    let (zero, margin) = (array![0.0], array![5.0]);
    assert_eq!(ipo(&margin, &zero, 0.1).unwrap(), array![0.0]);
    assert_eq!(ipo_gradient(&margin, &zero, 0.1).unwrap(), array![0.0]);
    assert!(ipo_gradient(&array![5.1], &zero, 0.1).unwrap()[0] > 0.0);
    assert!(ipo_gradient(&array![4.9], &zero, 0.1).unwrap()[0] < 0.0);
    // Of the two log-ratios only the difference counts.
    assert_eq!(ipo(&array![7.0], &array![2.0], 0.1).unwrap(), array![0.0]);
}

#[test]
fn dpo_always_asks_for_more_and_ever_less_so() {
    let zero = array![0.0, 0.0, 0.0];
    let gradient = dpo_gradient(&array![0.0, 100.0, 10_000.0], &zero, 0.1).unwrap();
    assert_relative_eq!(gradient[0], -0.05);
    let tail = -0.1 / (1.0 + 10.0_f64.exp());
    assert_relative_eq!(gradient[1], tail, epsilon = 0.0, max_relative = 1e-12);
    assert!(gradient[2] <= 0.0 && gradient[2] > -1e-300);
}

#[test]
fn extremes_are_those_of_the_formula() {
    let far = array![f64::INFINITY, -1e300, f64::NAN];
    let zero = array![0.0, 0.0, 0.0];
    assert_same(
        &bradley_terry(&far, &zero).unwrap(),
        &array![0.0, 1e300, f64::NAN],
    );
    let gradient = bradley_terry_gradient(&far, &zero).unwrap();
    assert_same(&gradient, &array![-0.0, -1.0, f64::NAN]);
}

#[test]
fn rejects_a_beta_that_is_not_positive_and_finite() {
    let it = array![1.0];
    for beta in NOT_POSITIVE {
        assert_rejects_parameter(dpo(&it, &it, beta), "beta", beta);
        assert_rejects_parameter(dpo_gradient(&it, &it, beta), "beta", beta);
        assert_rejects_parameter(ipo(&it, &it, beta), "beta", beta);
        assert_rejects_parameter(ipo_gradient(&it, &it, beta), "beta", beta);
    }
}

#[test]
fn rejects_other_shapes() {
    let (two, three) = (array![0.0, 0.0], array![0.0, 0.0, 0.0]);
    let expected: [(_, &[usize]); 2] = [("chosen", &[2]), ("rejected", &[3])];
    assert_rejects_shapes(bradley_terry(&two, &three), expected);
    assert_rejects_shapes(bradley_terry_gradient(&two, &three), expected);
    assert_rejects_shapes(dpo(&two, &three, 1.0), expected);
    assert_rejects_shapes(dpo_gradient(&two, &three, 1.0), expected);
    assert_rejects_shapes(ipo(&two, &three, 1.0), expected);
    assert_rejects_shapes(ipo_gradient(&two, &three, 1.0), expected);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn gradients_are_the_slopes(chosen in -5.0..5.0, rejected in -5.0..5.0, beta in 0.05..2.0) {
        let [won, lost] = [array![chosen], array![rejected]];
        let slope = central_difference(|it| bradley_terry(&array![it], &lost).unwrap()[0], chosen);
        assert_abs_diff_eq!(bradley_terry_gradient(&won, &lost).unwrap()[0], slope, epsilon = 1e-8);
        let slope = central_difference(|it| bradley_terry(&won, &array![it]).unwrap()[0], rejected);
        assert_abs_diff_eq!(-bradley_terry_gradient(&won, &lost).unwrap()[0], slope, epsilon = 1e-8);
        let slope = central_difference(|it| dpo(&array![it], &lost, beta).unwrap()[0], chosen);
        assert_abs_diff_eq!(dpo_gradient(&won, &lost, beta).unwrap()[0], slope, epsilon = 1e-8);
        let slope = central_difference(|it| ipo(&array![it], &lost, beta).unwrap()[0], chosen);
        assert_abs_diff_eq!(ipo_gradient(&won, &lost, beta).unwrap()[0], slope, epsilon = 1e-6);
    }
}
