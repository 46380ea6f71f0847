//! The naive forms: right in the middle, and wrong in the way that they say.

use losses::prelude::*;

#[test]
fn agree_with_the_stable_forms_where_nothing_overflows() {
    for logit in [-5.0, -0.3, 0.0, 2.0] {
        assert_relative_eq!(
            naive::sigmoid(logit),
            sigmoid(&array![logit])[0],
            epsilon = 1e-15
        );
        let stable = binary_cross_entropy_with_logits(&array![logit], &array![0.3]).unwrap()[0];
        let naive = naive::binary_cross_entropy_with_logits(logit, 0.3);
        assert_relative_eq!(naive, stable, epsilon = 0.0, max_relative = 1e-13);
    }
    let logits = array![[2.0, 1.0, 0.1]];
    let row = logits.as_slice().unwrap();
    assert_relative_eq!(
        Array1::from(naive::softmax(row)).view(),
        softmax(&logits, 1.0).unwrap().row(0),
        epsilon = 0.0,
        max_relative = 1e-14
    );
    assert_relative_eq!(
        Array1::from(naive::log_softmax(row)).view(),
        log_softmax(&logits).unwrap().row(0),
        epsilon = 0.0,
        max_relative = 1e-14
    );
    assert_relative_eq!(naive::log_sum_exp(row), log_sum_exp(&logits).unwrap()[0]);
    let divergence = naive::kl_divergence_with_epsilon(&[0.7, 0.2, 0.1], &[0.6, 0.3, 0.1], 0.0);
    assert_abs_diff_eq!(divergence, 0.026812, epsilon = 5e-7);
    assert_eq!(
        naive::euclidean_distance_gradient(&[3.0, 4.0], &[0.0, 0.0]),
        [0.6, 0.8]
    );
}

#[test]
fn binary_cross_entropy_breaks_first_on_the_right() {
    // In f64 from 37 on, in f32 from 17 on, 1 − σ(z) is 0.
    assert!(naive::binary_cross_entropy_with_logits(36.0_f64, 0.0).is_finite());
    assert_eq!(
        naive::binary_cross_entropy_with_logits(37.0_f64, 0.0),
        f64::INFINITY
    );
    assert_eq!(
        naive::binary_cross_entropy_with_logits(17.0_f32, 0.0),
        f32::INFINITY
    );
    // On the left only where the exponential overflows.
    assert!(naive::binary_cross_entropy_with_logits(-700.0_f64, 1.0).is_finite());
    assert_eq!(
        naive::binary_cross_entropy_with_logits(-710.0_f64, 1.0),
        f64::INFINITY
    );
    assert_eq!(
        naive::binary_cross_entropy_with_logits(-200.0_f32, 1.0),
        f32::INFINITY
    );
    assert!(naive::binary_cross_entropy_with_logits(-200.0_f32, 0.0).is_nan());
    assert!(naive::binary_cross_entropy_with_logits(40.0_f64, 1.0).is_nan());
}

#[test]
fn softmax_overflows_at_the_logarithm_of_the_largest_number() {
    assert!(naive::softmax(&[88.0_f32, 0.0])[0].is_finite());
    assert!(naive::softmax(&[89.0_f32, 0.0])[0].is_nan());
    assert!(naive::softmax(&[709.0_f64, 0.0])[0].is_finite());
    assert!(naive::softmax(&[710.0_f64, 0.0])[0].is_nan());
    assert!(naive::softmax(&[-1000.0_f64, -1000.0])[0].is_nan());
    assert_eq!(naive::log_sum_exp(&[710.0_f64, 0.0]), f64::INFINITY);
    assert_eq!(
        naive::log_sum_exp(&[-1000.0_f64, -1000.0]),
        f64::NEG_INFINITY
    );
    assert_eq!(
        naive::log_softmax(&[0.0_f64, -1000.0])[1],
        f64::NEG_INFINITY
    );
}

#[test]
fn an_epsilon_makes_up_a_divergence() {
    // ln((1 + ε) / ε) for disjoint supports, whose divergence is infinite.
    for epsilon in [1e-5_f64, 1e-8] {
        let divergence = naive::kl_divergence_with_epsilon(&[1.0, 0.0], &[0.0, 1.0], epsilon);
        assert_relative_eq!(divergence, (1.0 / epsilon).ln_1p(), max_relative = 1e-14);
    }
}

#[test]
fn the_gradient_of_a_distance_is_nan_at_zero() {
    let gradient = naive::euclidean_distance_gradient(&[1.0_f32, 2.0], &[1.0, 2.0]);
    assert!(gradient.iter().all(|it| it.is_nan()));
}
