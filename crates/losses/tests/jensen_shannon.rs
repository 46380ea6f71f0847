//! Jensen–Shannon divergence.

mod common;

use common::{assert_rejects_shapes, assert_same, central_difference, config};
use losses::prelude::*;
use proptest::prelude::*;

const LN_2: f64 = std::f64::consts::LN_2;

fn divergence(p: [f64; 3], q: [f64; 3]) -> f64 {
    jensen_shannon(&array![p], &array![q]).unwrap()[0]
}

#[test]
fn of_disjoint_supports_is_the_logarithm_of_two() {
    assert_relative_eq!(divergence([1.0, 0.0, 0.0], [0.0, 0.4, 0.6]), LN_2);
    assert_eq!(divergence([0.2, 0.0, 0.8], [0.2, 0.0, 0.8]), 0.0);
}

#[test]
fn is_accurate_for_neighbors() {
    // To second order it is ⅛ ∑ (p − q)² / p.
    let d = 1e-9;
    let value = divergence([0.5 + d, 0.5 - d, 0.0], [0.5, 0.5, 0.0]);
    assert_relative_eq!(value, d * d / 2.0, epsilon = 0.0, max_relative = 1e-6);
}

#[test]
fn at_zero_the_gradient_is_the_stated_one() {
    let gradient =
        jensen_shannon_gradient(&array![[0.0, 0.0, 1.0]], &array![[0.0, 1.0, 0.0]]).unwrap();
    assert_same(&gradient, &array![[0.0, f64::NEG_INFINITY, 0.5 * LN_2]]);
}

#[test]
fn passes_nan_through() {
    let nan = array![[f64::NAN, 0.5]];
    assert!(jensen_shannon(&nan, &array![[0.5, 0.5]]).unwrap()[0].is_nan());
    assert!(jensen_shannon(&array![[0.5, 0.5]], &nan).unwrap()[0].is_nan());
}

#[test]
fn rejects_what_is_no_pair_of_distributions() {
    let (two, three) = (array![[0.5, 0.5]], array![[0.5, 0.5, 0.0]]);
    let expected: [(_, &[usize]); 2] = [("p", &[1, 2]), ("q", &[1, 3])];
    assert_rejects_shapes(jensen_shannon(&two, &three), expected);
    assert_rejects_shapes(jensen_shannon_gradient(&two, &three), expected);
    let heavy = array![[0.5, 0.75]];
    for (p, q, name) in [(&heavy, &two, "p"), (&two, &heavy, "q")] {
        let expected = LossError::NotADistribution {
            name,
            row: 0,
            sum: 1.25,
        };
        assert_eq!(jensen_shannon(p, q), Err(expected.clone()));
        assert_eq!(jensen_shannon_gradient(p, q), Err(expected));
    }
    let below = LossError::ProbabilityOutOfRange {
        name: "p",
        index: vec![0, 0],
        probability: -0.5,
    };
    assert_eq!(jensen_shannon(&array![[-0.5, 1.5]], &two), Err(below));
}

fn distribution() -> impl Strategy<Value = [f64; 3]> {
    [0.05..1.0, 0.05..1.0, 0.05..1.0].prop_map(|it| {
        let total: f64 = it.iter().sum();
        it.map(|it| it / total)
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn is_symmetric_and_the_entropy_of_the_mixture_less_the_mean_entropy(
        p in distribution(),
        q in distribution(),
        r in distribution(),
    ) {
        let entropy = |it: [f64; 3]| -> f64 { it.iter().map(|it| -it * it.ln()).sum() };
        let m = [0, 1, 2].map(|it| 0.5 * (p[it] + q[it]));
        let expected = entropy(m) - 0.5 * (entropy(p) + entropy(q));
        assert_abs_diff_eq!(divergence(p, q), expected, epsilon = 1e-14);
        assert_abs_diff_eq!(divergence(p, q), divergence(q, p), epsilon = 1e-15);
        prop_assert!((0.0..=LN_2).contains(&divergence(p, q)));
        let root = |p, q| divergence(p, q).sqrt();
        prop_assert!(root(p, r) <= root(p, q) + root(q, r) + 1e-12);
    }

    #[test]
    fn gradient_is_the_slope_along_the_simplex(p in distribution(), q in distribution()) {
        let gradient = jensen_shannon_gradient(&array![p], &array![q]).unwrap();
        // Mass moves from the second outcome to the first.
        let moved = |it: f64| divergence([p[0] + it, p[1] - it, p[2]], q);
        let slope = gradient[[0, 0]] - gradient[[0, 1]];
        assert_abs_diff_eq!(slope, central_difference(moved, 0.0), epsilon = 1e-6);
    }
}
