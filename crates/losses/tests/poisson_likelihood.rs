//! Negative log-likelihood and deviance of Poisson counts.

mod common;

use common::{assert_rejects_shapes, assert_same, central_difference, config, golden_section};
use losses::prelude::*;
use proptest::prelude::*;

fn at(log_mean: f64, count: f64) -> f64 {
    poisson_negative_log_likelihood(&array![log_mean], &array![count]).unwrap()[0]
}

fn deviance_at(log_mean: f64, count: f64) -> f64 {
    poisson_deviance(&array![log_mean], &array![count]).unwrap()[0]
}

#[test]
fn is_the_logarithm_of_a_distribution() {
    // The counts beyond 200 have no mass that counts; 32 and more use Stirling.
    for mean in [0.1, 3.0, 40.0_f64] {
        let probability = |count: i32| (-at(mean.ln(), f64::from(count))).exp();
        assert_relative_eq!(
            (0..200).map(probability).sum::<f64>(),
            1.0,
            max_relative = 1e-12
        );
        let first_moment: f64 = (0..200).map(|it| f64::from(it) * probability(it)).sum();
        assert_relative_eq!(first_moment, mean, max_relative = 1e-12);
    }
}

#[test]
fn the_factorial_follows_its_recursion() {
    // ln (y + 1)! − ln y! = ln (y + 1), across the change of method.
    for count in [0.0, 5.0, 30.0, 31.0, 32.0, 100.0] {
        let step = at(0.0, count + 1.0) - at(0.0, count);
        assert_abs_diff_eq!(
            step,
            (count + 1.0_f64).ln(),
            epsilon = 1e-13 * (1.0 + count)
        );
    }
}

#[test]
fn deviance_is_twice_the_loss_against_the_saturated_mean() {
    for (mean, count) in [(1.0, 3.0), (100.0, 102.0), (2.0, 1.0_f64)] {
        let gap = at(f64::ln(mean), count) - at(count.ln(), count);
        assert_relative_eq!(
            deviance_at(f64::ln(mean), count),
            2.0 * gap,
            max_relative = 1e-10
        );
    }
    assert_eq!(deviance_at(2_f64.ln(), 0.0), 4.0);
    assert_eq!(deviance_at(7_f64.ln(), 7.0), 0.0);
}

#[test]
fn is_least_at_the_mean_of_the_counts() {
    let counts = array![0.0, 1.0, 1.0, 6.0];
    let total =
        |z: f64| sum(&poisson_negative_log_likelihood(&Array1::from_elem(4, z), &counts).unwrap());
    assert_abs_diff_eq!(golden_section(total, -3.0, 3.0).exp(), 2.0, epsilon = 1e-6);
}

#[test]
fn passes_nan_and_infinity_through() {
    let inf = f64::INFINITY;
    let (log_means, counts) = (
        array![-inf, -inf, f64::NAN, f64::NAN],
        array![0.0, 1.0, 0.0, 1.0],
    );
    let losses = poisson_negative_log_likelihood(&log_means, &counts).unwrap();
    assert_same(&losses, &array![0.0, inf, f64::NAN, f64::NAN]);
    let gradient = poisson_negative_log_likelihood_gradient(&log_means, &counts).unwrap();
    assert_same(&gradient, &array![0.0, -1.0, f64::NAN, f64::NAN]);
    let deviances = poisson_deviance(&log_means, &counts).unwrap();
    assert_same(&deviances, &array![0.0, inf, f64::NAN, f64::NAN]);
}

#[test]
fn rejects_what_is_no_count() {
    for count in [-1.0, 0.5, f64::NAN, f64::INFINITY] {
        let (log_means, counts) = (array![0.0], array![count]);
        for result in [
            poisson_negative_log_likelihood(&log_means, &counts),
            poisson_negative_log_likelihood_gradient(&log_means, &counts),
            poisson_deviance(&log_means, &counts),
        ] {
            assert!(matches!(result, Err(LossError::InvalidLabel { .. })));
        }
    }
}

#[test]
fn rejects_other_shapes() {
    let (two, one) = (array![0.0, 1.0], array![1.0]);
    let expected: [(_, &[usize]); 2] = [("log_means", &[2]), ("counts", &[1])];
    assert_rejects_shapes(poisson_negative_log_likelihood(&two, &one), expected);
    assert_rejects_shapes(
        poisson_negative_log_likelihood_gradient(&two, &one),
        expected,
    );
    assert_rejects_shapes(poisson_deviance(&two, &one), expected);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn gradient_is_the_slope(log_mean in -4.0..4.0, count in 0_u8..60) {
        let count = f64::from(count);
        let gradient = poisson_negative_log_likelihood_gradient(&array![log_mean], &array![count]).unwrap()[0];
        assert_abs_diff_eq!(gradient, central_difference(|it| at(it, count), log_mean), epsilon = 1e-6);
        assert_abs_diff_eq!(2.0 * gradient, central_difference(|it| deviance_at(it, count), log_mean), epsilon = 1e-6);
    }
}
