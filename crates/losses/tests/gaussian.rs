//! Kullback–Leibler divergence of normal distributions.

mod common;

use common::{NOT_POSITIVE, assert_rejects_parameter, central_difference, config, simpson};
use losses::prelude::*;
use proptest::prelude::*;

fn gaussian(mean: f64, standard_deviation: f64) -> Gaussian {
    Gaussian::new(mean, standard_deviation).unwrap()
}

fn kl(p: (f64, f64), q: (f64, f64)) -> f64 {
    gaussian_kl_divergence(gaussian(p.0, p.1), gaussian(q.0, q.1))
}

#[test]
fn has_the_reference_values() {
    // N(0, 1) and N(1, 4): the second parameter of the notation is a variance.
    assert_abs_diff_eq!(kl((0.0, 1.0), (1.0, 2.0)), 0.443147, epsilon = 5e-7);
    assert_abs_diff_eq!(kl((1.0, 2.0), (0.0, 1.0)), 1.306853, epsilon = 5e-7);
    // With equal σ it is half the squared distance in units of σ.
    assert_relative_eq!(
        kl((0.0, 2.0), (6.0, 2.0)),
        4.5,
        epsilon = 0.0,
        max_relative = 1e-15
    );
}

#[test]
fn to_itself_is_exactly_zero() {
    for it in [(0.0, 1.0), (-1e300, 1e-300), (3.7, 1e300), (0.0, 5e-324)] {
        assert_eq!(kl(it, it), 0.0);
    }
}

#[test]
fn keeps_the_small_divergence_of_near_equals() {
    // For σ_p = (1 + t) σ_q the series is t² − t³/3 + …, and (1 + t)² rounds.
    let t = 2.0_f64.powi(-27);
    let divergence = kl((0.0, 1.0 + t), (0.0, 1.0));
    assert_relative_eq!(
        divergence,
        t * t - t * t * t / 3.0,
        epsilon = 0.0,
        max_relative = 1e-7
    );
}

#[test]
fn neither_overflows_nor_underflows_on_the_way() {
    // ln(σ_q / σ_p) − ½ with a ratio of 1e600
    let expected = 600.0 * 10.0_f64.ln() - 0.5;
    assert_relative_eq!(
        kl((0.0, 1e-300), (0.0, 1e300)),
        expected,
        epsilon = 0.0,
        max_relative = 1e-14
    );
    assert_eq!(kl((0.0, 1e300), (0.0, 1e-300)), f64::INFINITY);
    let gradient = gaussian_kl_divergence_gradient(gaussian(0.0, 1e200), gaussian(1e200, 1e40));
    assert_relative_eq!(
        gradient.standard_deviation,
        1e120,
        epsilon = 0.0,
        max_relative = 1e-14
    );
    assert_relative_eq!(gradient.mean, -1e120, epsilon = 0.0, max_relative = 1e-14);
    let gradient = gaussian_kl_divergence_gradient(gaussian(1.0, 1e-200), gaussian(0.0, 1e200));
    assert_relative_eq!(
        gradient.standard_deviation,
        -1e200,
        epsilon = 0.0,
        max_relative = 1e-14
    );
    assert_eq!(gradient.mean, 0.0);
}

#[test]
fn gradient_vanishes_at_equality() {
    let it = gaussian(0.3, 1.7);
    let gradient = gaussian_kl_divergence_gradient(it, it);
    assert_eq!(gradient.mean, 0.0);
    assert_abs_diff_eq!(gradient.standard_deviation, 0.0, epsilon = 1e-15);
}

#[test]
fn keeps_its_parameters() {
    let it = gaussian(-3.0, 0.25);
    assert_eq!((it.mean(), it.standard_deviation()), (-3.0, 0.25));
}

#[test]
fn rejects_a_standard_deviation_that_is_not_positive_and_finite() {
    for value in NOT_POSITIVE {
        assert_rejects_parameter(Gaussian::new(0.0, value), "standard_deviation", value);
    }
}

#[test]
fn rejects_a_mean_that_is_not_finite() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let error = Gaussian::new(value, 1.0).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("`mean` must be finite, got {value}")
        );
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn is_the_integral_of_the_log_ratio(
        p_mean in -2.0..2.0,
        p_sd in 0.5..2.0,
        q_mean in -2.0..2.0,
        q_sd in 0.5..2.0,
    ) {
        let (p, q): ((f64, f64), (f64, f64)) = ((p_mean, p_sd), (q_mean, q_sd));
        let log_density = |x: f64, (mean, sd): (f64, f64)| {
            -0.5 * ((x - mean) / sd).powi(2) - sd.ln() - 0.5 * std::f64::consts::TAU.ln()
        };
        let integrand = |x| log_density(x, p).exp() * (log_density(x, p) - log_density(x, q));
        let integral = simpson(integrand, p_mean - 12.0 * p_sd, p_mean + 12.0 * p_sd);
        assert_abs_diff_eq!(kl(p, q), integral, epsilon = 1e-11);
    }

    #[test]
    fn gradient_is_the_slope(
        p_mean in -2.0..2.0,
        p_sd in 0.5..2.0,
        q_mean in -2.0..2.0,
        q_sd in 0.5..2.0,
    ) {
        let (p, q) = (gaussian(p_mean, p_sd), gaussian(q_mean, q_sd));
        let gradient = gaussian_kl_divergence_gradient(p, q);
        let slope = central_difference(|at| kl((at, p_sd), (q_mean, q_sd)), p_mean);
        assert_abs_diff_eq!(gradient.mean, slope, epsilon = 1e-7);
        let slope = central_difference(|at| kl((p_mean, at), (q_mean, q_sd)), p_sd);
        assert_abs_diff_eq!(gradient.standard_deviation, slope, epsilon = 1e-7);
    }
}
