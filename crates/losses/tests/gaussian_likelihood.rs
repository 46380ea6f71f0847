//! Negative log-likelihood of a normal distribution.

mod common;

use common::{
    assert_rejects_shapes, assert_same, central_difference, config, golden_section, simpson,
};
use losses::prelude::*;
use proptest::prelude::*;

fn at(mean: f64, log_variance: f64, target: f64) -> f64 {
    gaussian_negative_log_likelihood(&array![mean], &array![log_variance], &array![target]).unwrap()
        [0]
}

#[test]
fn is_the_logarithm_of_a_density() {
    for (mean, log_variance) in [(0.0, 0.0), (2.0, -1.0), (-1.0, 1.5)] {
        let width = 12.0 * f64::exp(log_variance / 2.0);
        let density = |y: f64| (-at(mean, log_variance, y)).exp();
        assert_relative_eq!(
            simpson(density, mean - width, mean + width),
            1.0,
            max_relative = 1e-9
        );
        let second_moment = |y: f64| (y - mean).powi(2) * density(y);
        assert_relative_eq!(
            simpson(second_moment, mean - width, mean + width),
            log_variance.exp(),
            max_relative = 1e-9
        );
    }
}

#[test]
fn with_a_constant_variance_is_half_the_squared_error() {
    let (means, targets) = (array![1.0, -2.0], array![4.0, 0.0]);
    let losses = gaussian_negative_log_likelihood(&means, &Array1::zeros(2), &targets).unwrap();
    let squares = squared_error(&means, &targets).unwrap() / 2.0;
    assert_relative_eq!(losses[1] - losses[0], squares[1] - squares[0]);
}

#[test]
fn the_best_variance_is_the_squared_residual() {
    let best = golden_section(|s| at(3.0, s, 0.5), -5.0, 5.0);
    assert_abs_diff_eq!(best.exp(), 6.25, epsilon = 1e-5);
}

#[test]
fn forms_no_variance_that_overflows() {
    // σ = e^{−400}: the variance e^{−800} underflows, the ratio does not.
    let tiny = (-400.0_f64).exp();
    assert_relative_eq!(
        at(tiny, -800.0, 0.0),
        0.5 * (-799.0 + std::f64::consts::TAU.ln())
    );
    // An exact hit with a variance of zero is rewarded without bound.
    assert_eq!(at(1.0, f64::NEG_INFINITY, 1.0), f64::NEG_INFINITY);
    let gradient =
        gaussian_negative_log_likelihood_gradient(&array![1.0], &array![-2000.0], &array![1.0])
            .unwrap();
    assert_eq!((gradient.means[0], gradient.log_variances[0]), (0.0, 0.5));
}

#[test]
fn passes_nan_through() {
    for (mean, log_variance, target) in [
        (f64::NAN, 0.0, 0.0),
        (0.0, f64::NAN, 0.0),
        (0.0, 0.0, f64::NAN),
    ] {
        assert!(at(mean, log_variance, target).is_nan());
        let gradient = gaussian_negative_log_likelihood_gradient(
            &array![mean],
            &array![log_variance],
            &array![target],
        )
        .unwrap();
        assert_same(&gradient.log_variances, &array![f64::NAN]);
    }
    assert_eq!(at(f64::INFINITY, 0.0, 0.0), f64::INFINITY);
}

#[test]
fn rejects_other_shapes() {
    let (two, one) = (array![0.0, 1.0], array![1.0]);
    let expected: [(_, &[usize]); 2] = [("means", &[2]), ("log_variances", &[1])];
    assert_rejects_shapes(gaussian_negative_log_likelihood(&two, &one, &two), expected);
    assert_rejects_shapes(
        gaussian_negative_log_likelihood_gradient(&two, &one, &two),
        expected,
    );
    let expected: [(_, &[usize]); 2] = [("means", &[2]), ("targets", &[1])];
    assert_rejects_shapes(gaussian_negative_log_likelihood(&two, &two, &one), expected);
    assert_rejects_shapes(
        gaussian_negative_log_likelihood_gradient(&two, &two, &one),
        expected,
    );
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn gradient_is_the_slope(mean in -5.0..5.0, log_variance in -2.0..3.0, target in -5.0..5.0) {
        let gradient = gaussian_negative_log_likelihood_gradient(&array![mean], &array![log_variance], &array![target]).unwrap();
        let by_mean = central_difference(|it| at(it, log_variance, target), mean);
        assert_abs_diff_eq!(gradient.means[0], by_mean, epsilon = 1e-6);
        let by_log_variance = central_difference(|it| at(mean, it, target), log_variance);
        assert_abs_diff_eq!(gradient.log_variances[0], by_log_variance, epsilon = 1e-6);
    }
}
