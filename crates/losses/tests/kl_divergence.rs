//! Kullback–Leibler divergence of discrete distributions.

mod common;

use common::{
    assert_rejects_shapes, assert_same, central_difference, config, every_other_column_upside_down,
    golden_section,
};
use losses::prelude::*;
use proptest::prelude::*;

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

fn row(values: &[f64]) -> Array2<f64> {
    Array2::from_shape_vec((1, values.len()), values.to_vec()).unwrap()
}

fn kl(p: &[f64], q: &[f64]) -> f64 {
    kl_divergence(&row(p), &row(q)).unwrap()[0]
}

fn kl_from_logs(log_p: &[f64], log_q: &[f64]) -> f64 {
    kl_divergence_from_log_probabilities(&row(log_p), &row(log_q)).unwrap()[0]
}

#[test]
fn has_the_reference_values() {
    let (p, q) = ([0.7, 0.2, 0.1], [0.6, 0.3, 0.1]);
    assert_abs_diff_eq!(kl(&p, &q), 0.026812, epsilon = 5e-7);
    assert_abs_diff_eq!(kl(&q, &p), 0.029149, epsilon = 5e-7);
    let (fair, skewed) = ([0.5, 0.5], [0.9, 0.1]);
    assert_abs_diff_eq!(kl(&fair, &skewed), 0.510826, epsilon = 5e-7);
    assert_abs_diff_eq!(kl(&skewed, &fair), 0.368064, epsilon = 5e-7);
    // ½ ln(½ / 0.9) + ½ ln(½ / 0.1) = −½ ln 0.36
    assert_relative_eq!(
        kl(&fair, &skewed),
        -0.5 * 0.36_f64.ln(),
        epsilon = 0.0,
        max_relative = 1e-15
    );
}

#[test]
fn from_a_certain_outcome_is_its_surprise() {
    assert_relative_eq!(kl(&[0.0, 1.0, 0.0], &[0.5, 0.25, 0.25]), 4.0_f64.ln());
}

#[test]
fn to_the_uniform_distribution_is_the_missing_entropy() {
    let entropy = -(0.6 * 0.6_f64.ln() + 0.3 * 0.3_f64.ln() + 0.1 * 0.1_f64.ln());
    assert_abs_diff_eq!(entropy, 0.898, epsilon = 5e-4);
    let third = 1.0 / 3.0;
    let divergence = kl(&[0.6, 0.3, 0.1], &[third, third, third]);
    assert_relative_eq!(
        divergence,
        3.0_f64.ln() - entropy,
        epsilon = 0.0,
        max_relative = 1e-14
    );
}

#[test]
fn of_a_distribution_to_itself_is_exactly_zero() {
    for p in [
        [0.7, 0.2, 0.1],
        [1.0, 0.0, 0.0],
        [1.0 - 5e-324, 5e-324, 0.0],
    ] {
        assert_same(&array![kl(&p, &p)], &array![0.0]);
    }
}

#[test]
fn is_infinite_where_the_second_lacks_support() {
    assert_eq!(kl(&[0.5, 0.5], &[1.0, 0.0]), INF);
    assert_eq!(kl(&[1.0, 0.0], &[0.0, 1.0]), INF);
    assert_eq!(kl(&[1.0, 5e-324], &[1.0, 0.0]), INF);
    assert_relative_eq!(kl(&[1.0, 0.0], &[0.5, 0.5]), 2.0_f64.ln());
    assert_relative_eq!(kl(&[1.0, 0.0, -0.0], &[0.5, 0.5, 0.0]), 2.0_f64.ln());
}

#[test]
fn keeps_the_small_divergence_of_near_equals() {
    // For p = ½ ± δ against ½ the series is 2δ² + 4δ⁴/3 + …; δ is a power of 2.
    let delta = 2.0_f64.powi(-30);
    let divergence = kl(&[0.5 + delta, 0.5 - delta], &[0.5, 0.5]);
    assert_relative_eq!(
        divergence,
        2.0 * delta * delta,
        epsilon = 0.0,
        max_relative = 1e-6
    );
}

#[test]
fn survives_subnormal_probabilities() {
    // 5e-324 is 2⁻¹⁰⁷⁴, and the ratio ½ / 2⁻¹⁰⁷⁴ overflows.
    let tiny = 5e-324;
    let expected = 0.5 * 0.5_f64.ln() + 0.5 * 1073.0 * 2.0_f64.ln();
    assert_relative_eq!(
        kl(&[0.5, 0.5], &[1.0, tiny]),
        expected,
        epsilon = 0.0,
        max_relative = 1e-14
    );
    assert_abs_diff_eq!(kl(&[1.0, tiny], &[0.5, 0.5]), 2.0_f64.ln(), epsilon = 1e-15);
}

#[test]
fn passes_nan_through() {
    assert!(kl(&[NAN, 0.5], &[0.5, 0.5]).is_nan());
    assert!(kl(&[0.5, 0.5], &[NAN, 0.5]).is_nan());
    assert!(kl(&[0.0, 1.0], &[NAN, 0.5]).is_nan());
    assert!(kl_from_logs(&[-INF, 0.0], &[NAN, 0.0]).is_nan());
    assert!(kl_from_logs(&[NAN, 0.0], &[-INF, 0.0]).is_nan());
    let (p, q) = (row(&[0.0, 1.0]), row(&[NAN, 0.5]));
    assert!(kl_divergence_gradient_p(&p, &q).unwrap()[[0, 0]].is_nan());
    assert!(kl_divergence_gradient_q(&p, &q).unwrap()[[0, 0]].is_nan());
}

#[test]
fn gradients_at_the_boundary_are_as_documented() {
    let p = array![[0.0, 1.0], [0.0, 1.0], [-0.0, 1.0]];
    let q = array![[1.0, 0.0], [0.0, 1.0], [1.0, -0.0]];
    let gradient = kl_divergence_gradient_p(&p, &q).unwrap();
    assert_same(&gradient, &array![[-INF, INF], [NAN, 1.0], [-INF, INF]]);
    let gradient = kl_divergence_gradient_q(&p, &q).unwrap();
    assert_same(&gradient, &array![[0.0, -INF], [0.0, -1.0], [0.0, -INF]]);
}

#[test]
fn forward_and_reverse_are_both_smallest_at_the_target() {
    let target = [0.3, 0.7];
    let forward = golden_section(|q| kl(&target, &[q, 1.0 - q]), 1e-6, 1.0 - 1e-6);
    let reverse = golden_section(|q| kl(&[q, 1.0 - q], &target), 1e-6, 1.0 - 1e-6);
    assert_abs_diff_eq!(forward, 0.3, epsilon = 1e-7);
    assert_abs_diff_eq!(reverse, 0.3, epsilon = 1e-7);
}

#[test]
fn from_logarithms_does_not_underflow() {
    // q = (e⁻²⁰⁰⁰, 1): half of it costs ln ½ + 2000, the other half ln ½.
    let half = 0.5_f64.ln();
    let divergence = kl_from_logs(&[half, half], &[-2000.0, 0.0]);
    assert_relative_eq!(
        divergence,
        1000.0 - 2.0_f64.ln(),
        epsilon = 0.0,
        max_relative = 1e-15
    );
    assert_eq!(kl_from_logs(&[-2000.0, 0.0], &[-2000.0, 0.0]), 0.0);
    assert_relative_eq!(kl_from_logs(&[-2000.0, 0.0], &[half, half]), 2.0_f64.ln());
}

#[test]
fn from_logarithms_takes_masked_classes() {
    assert_eq!(kl_from_logs(&[-INF, 0.0], &[-INF, 0.0]), 0.0);
    assert_eq!(
        kl_from_logs(&[-INF, 0.0], &[-3.0, (1.0 - (-3.0_f64).exp()).ln()]),
        -(1.0 - (-3.0_f64).exp()).ln()
    );
    assert_eq!(
        kl_from_logs(&[0.5_f64.ln(), 0.5_f64.ln()], &[-INF, 0.0]),
        INF
    );
    // The weight e⁻²⁰⁰⁰ underflows, but the support is lacking all the same.
    assert_eq!(kl_from_logs(&[-2000.0, 0.0], &[-INF, 0.0]), INF);
}

#[test]
fn takes_any_layout() {
    let data = array![[0.5, 9.0, 0.5], [0.9, 9.0, 0.1]];
    let view = every_other_column_upside_down(&data);
    let fair = Array2::from_elem((2, 2), 0.5);
    let divergence = kl_divergence(&view, &fair.t()).unwrap();
    assert_abs_diff_eq!(divergence, array![0.368064, 0.0], epsilon = 5e-7);
    let gradient = kl_divergence_gradient_q(&view, &fair).unwrap();
    assert_relative_eq!(gradient, array![[-1.8, -0.2], [-1.0, -1.0]]);
    let no_rows = Array2::<f64>::zeros((0, 4));
    assert_eq!(kl_divergence(&no_rows, &no_rows).unwrap().len(), 0);
    assert_eq!(
        kl_divergence_from_log_probabilities(&no_rows, &no_rows)
            .unwrap()
            .len(),
        0
    );
}

#[test]
fn rejects_what_is_not_a_distribution() {
    let good = array![[0.5, 0.5], [0.5, 0.5]];
    let bad = array![[0.5, 0.5], [0.5, 0.25]];
    let error = |name| LossError::NotADistribution {
        name,
        row: 1,
        sum: 0.75,
    };
    assert_eq!(kl_divergence(&bad, &good).unwrap_err(), error("p"));
    assert_eq!(kl_divergence(&good, &bad).unwrap_err(), error("q"));
    assert_eq!(
        kl_divergence_gradient_p(&bad, &good).unwrap_err(),
        error("p")
    );
    assert_eq!(
        kl_divergence_gradient_q(&good, &bad).unwrap_err(),
        error("q")
    );
    let logs = |name| LossError::NotADistribution {
        name,
        row: 0,
        sum: 2.0,
    };
    let (good, bad) = (row(&[-INF, 0.0]), row(&[0.0, 0.0]));
    let result = kl_divergence_from_log_probabilities(&bad, &good);
    assert_eq!(result.unwrap_err(), logs("log_p"));
    let result = kl_divergence_from_log_probabilities(&good, &bad);
    assert_eq!(result.unwrap_err(), logs("log_q"));
    // No classes sum to 0, infinite ones to infinity.
    for bad in [row(&[]), row(&[INF, 0.0]), row(&[0.0, 0.0])] {
        let error = kl_divergence(&bad, &bad).unwrap_err();
        assert!(matches!(
            error,
            LossError::NotADistribution {
                name: "p",
                row: 0,
                ..
            }
        ));
    }
}

#[test]
fn rejects_negative_probabilities() {
    let (good, bad) = (row(&[0.5, 0.5]), row(&[1.5, -0.5]));
    let expected = LossError::ProbabilityOutOfRange {
        name: "q",
        index: vec![0, 1],
        probability: -0.5,
    };
    assert_eq!(kl_divergence(&good, &bad).unwrap_err(), expected);
}

#[test]
fn tolerates_sums_within_the_tolerance_and_no_others() {
    let good = row(&[0.5, 0.5]);
    for sign in [-1.0, 1.0] {
        let inside = row(&[0.5, 0.5 + sign * 0.9 * SUM_TOLERANCE]);
        let outside = row(&[0.5, 0.5 + sign * 1.1 * SUM_TOLERANCE]);
        assert!(kl_divergence(&inside, &good).is_ok());
        assert!(kl_divergence(&outside, &good).is_err());
    }
}

#[test]
fn rejects_other_shapes() {
    let (p, q) = (row(&[0.5, 0.5]), array![[0.5], [0.5]]);
    let expected: [(_, &[usize]); 2] = [("p", &[1, 2]), ("q", &[2, 1])];
    assert_rejects_shapes(kl_divergence(&p, &q), expected);
    assert_rejects_shapes(kl_divergence_gradient_p(&p, &q), expected);
    assert_rejects_shapes(kl_divergence_gradient_q(&p, &q), expected);
    let result = kl_divergence_from_log_probabilities(&p, &q);
    assert_rejects_shapes(result, [("log_p", &[1, 2]), ("log_q", &[2, 1])]);
}

fn any_distribution() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.01..1.0, 4).prop_map(|weights| {
        let total: f64 = weights.iter().sum();
        weights.into_iter().map(|it: f64| it / total).collect()
    })
}

/// The one term of the divergence that a pair of coordinates contributes.
fn term(p: f64, q: f64) -> f64 {
    p * p.ln() - p * q.ln()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn is_cross_entropy_less_entropy(p in any_distribution(), q in any_distribution()) {
        let expected: f64 = p.iter().zip(&q).map(|(&p, &q)| term(p, q)).sum();
        assert_abs_diff_eq!(kl(&p, &q), expected, epsilon = 1e-14);
        prop_assert!(kl(&p, &q) >= 0.0);
    }

    // Pinsker: KL ≥ 2 (total variation)².
    #[test]
    fn bounds_the_total_variation(p in any_distribution(), q in any_distribution()) {
        let variation: f64 = p.iter().zip(&q).map(|(p, q)| (p - q).abs()).sum::<f64>() / 2.0;
        prop_assert!(kl(&p, &q) >= 2.0 * variation * variation - 1e-15);
    }

    #[test]
    fn from_logarithms_agrees(p in any_distribution(), q in any_distribution()) {
        let ln = |it: &[f64]| it.iter().map(|it| it.ln()).collect::<Vec<_>>();
        assert_abs_diff_eq!(kl_from_logs(&ln(&p), &ln(&q)), kl(&p, &q), epsilon = 1e-14);
    }

    // A free coordinate moves its own term alone.
    #[test]
    fn gradients_are_the_slopes_of_free_coordinates(
        p in any_distribution(),
        q in any_distribution(),
    ) {
        let gradient_p = kl_divergence_gradient_p(&row(&p), &row(&q)).unwrap();
        let gradient_q = kl_divergence_gradient_q(&row(&p), &row(&q)).unwrap();
        for (j, (&p, &q)) in p.iter().zip(&q).enumerate() {
            // The step of the difference quotient is small only against 1.
            let slope_p = central_difference(|s| term(s * p, q), 1.0) / p;
            assert_relative_eq!(gradient_p[[0, j]], slope_p, epsilon = 1e-7, max_relative = 1e-7);
            let slope_q = central_difference(|s| term(p, s * q), 1.0) / q;
            assert_relative_eq!(gradient_q[[0, j]], slope_q, epsilon = 1e-7, max_relative = 1e-7);
        }
    }

    // On the simplex: what one coordinate gains, another loses.
    #[test]
    fn gradient_differences_are_the_slopes_on_the_simplex(
        p in any_distribution(),
        q in any_distribution(),
    ) {
        let moved = |it: &[f64], by: f64| {
            let mut moved = it.to_vec();
            moved[0] += by;
            moved[1] -= by;
            moved
        };
        let slope = |f: &dyn Fn(f64) -> f64| (f(1e-6) - f(-1e-6)) / 2e-6;
        let along_p = slope(&|by| kl(&moved(&p, by), &q));
        let gradient = kl_divergence_gradient_p(&row(&p), &row(&q)).unwrap();
        let difference = gradient[[0, 0]] - gradient[[0, 1]];
        assert_relative_eq!(difference, along_p, epsilon = 1e-6, max_relative = 1e-6);
        let along_q = slope(&|by| kl(&p, &moved(&q, by)));
        let gradient = kl_divergence_gradient_q(&row(&p), &row(&q)).unwrap();
        let difference = gradient[[0, 0]] - gradient[[0, 1]];
        assert_relative_eq!(difference, along_q, epsilon = 1e-6, max_relative = 1e-6);
    }
}
