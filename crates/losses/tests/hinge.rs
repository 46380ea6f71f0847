//! Hinge loss.

mod common;

use common::{
    assert_rejects_shapes, assert_same, central_difference, config, every_other_column_upside_down,
    golden_section,
};
use losses::prelude::*;
use proptest::prelude::*;

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

fn at(score: f64, label: f64) -> f64 {
    hinge(&array![score], &array![label]).unwrap()[0]
}

fn slope_at(score: f64, label: f64) -> f64 {
    hinge_gradient(&array![score], &array![label]).unwrap()[0]
}

#[test]
fn has_the_reference_values() {
    let margins = array![-1.0, 0.0, 0.5, 1.0, 2.0];
    let expected = array![2.0, 1.0, 0.5, 0.0, 0.0];
    let labels = Array1::from_elem(5, 1.0);
    assert_same(&hinge(&margins, &labels).unwrap(), &expected);
    assert_same(&hinge(&-margins, &-labels).unwrap(), &expected);
}

#[test]
fn subgradient_at_the_kink_is_zero() {
    assert_eq!([slope_at(1.0, 1.0), slope_at(-1.0, -1.0)], [0.0, 0.0]);
    let inside = f64::next_down(1.0);
    assert_eq!(
        [slope_at(inside, 1.0), slope_at(-inside, -1.0)],
        [-1.0, 1.0]
    );
    assert_eq!([slope_at(0.0, 1.0), slope_at(0.0, -1.0)], [-1.0, 1.0]);
}

#[test]
fn is_continuous_at_the_kink() {
    assert_abs_diff_eq!(at(f64::next_down(1.0), 1.0), 0.0, epsilon = 1e-15);
}

#[test]
fn passes_nan_and_infinity_through() {
    let scores = array![INF, INF, -INF, -INF, NAN, NAN, 1e300, -1e300];
    let labels = array![1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, 1.0];
    let losses = hinge(&scores, &labels).unwrap();
    assert_same(&losses, &array![0.0, INF, INF, 0.0, NAN, NAN, 0.0, 1e300]);
    let gradient = hinge_gradient(&scores, &labels).unwrap();
    assert_same(&gradient, &array![0.0, 1.0, -1.0, 0.0, NAN, NAN, 0.0, -1.0]);
}

#[test]
fn is_smallest_at_the_majority_class() {
    // 7 positive and 3 negative: 0.7 max(0, 1 − f) + 0.3 max(0, 1 + f) is least
    // at f = 1, where it is 0.6. The score says nothing about the 0.7.
    let labels = array![1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0];
    let risk = |f: f64| mean(&hinge(&Array1::from_elem(10, f), &labels).unwrap()).unwrap();
    assert_abs_diff_eq!(golden_section(risk, -5.0, 5.0), 1.0, epsilon = 1e-6);
    assert_relative_eq!(risk(1.0), 0.6, epsilon = 0.0, max_relative = 1e-15);
}

#[test]
fn takes_any_layout() {
    let data = array![[0.5, 9.0, -3.0], [2.0, 9.0, 0.0]];
    let view = every_other_column_upside_down(&data);
    let labels = array![[1.0, 1.0], [-1.0, 1.0]];
    assert_same(
        &hinge(&view.t(), &labels).unwrap(),
        &array![[0.0, 0.5], [1.0, 4.0]],
    );
    assert_same(
        &hinge_gradient(&view.t(), &labels).unwrap(),
        &array![[0.0, -1.0], [1.0, -1.0]],
    );
    let nothing = Array1::<f64>::zeros(0);
    assert_eq!(hinge(&nothing, &nothing).unwrap().len(), 0);
}

#[test]
fn rejects_labels_other_than_plus_and_minus_one() {
    for wrong in [0.0, 0.5, 2.0, -2.0, INF, NAN] {
        let (scores, labels) = (array![0.0, 0.0], array![1.0, wrong]);
        for error in [hinge(&scores, &labels), hinge_gradient(&scores, &labels)] {
            let error = error.unwrap_err();
            assert!(matches!(error, LossError::InvalidLabel { .. }));
            assert_eq!(
                error.to_string(),
                format!("`labels` at [1] must be -1 or +1, got {wrong}")
            );
        }
    }
}

#[test]
fn rejects_other_shapes() {
    let (scores, labels) = (array![[0.0, 0.0]], array![[1.0], [1.0]]);
    let expected: [(_, &[usize]); 2] = [("scores", &[1, 2]), ("labels", &[2, 1])];
    assert_rejects_shapes(hinge(&scores, &labels), expected);
    assert_rejects_shapes(hinge_gradient(&scores, &labels), expected);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn gradient_is_the_slope_away_from_the_kink(
        score in -9.0..9.0,
        label in prop::sample::select(vec![-1.0, 1.0]),
    ) {
        let (score, label): (f64, f64) = (score, label);
        prop_assume!((label * score - 1.0).abs() > 1e-3);
        let slope = central_difference(|it| at(it, label), score);
        assert_abs_diff_eq!(slope_at(score, label), slope, epsilon = 1e-8);
    }

    #[test]
    fn bounds_the_zero_one_loss(
        score in -9.0..9.0,
        label in prop::sample::select(vec![-1.0, 1.0]),
    ) {
        let (score, label): (f64, f64) = (score, label);
        let zero_one = if label * score <= 0.0 { 1.0 } else { 0.0 };
        prop_assert!(at(score, label) >= zero_one);
    }

    #[test]
    fn is_convex(a in -9.0..9.0, b in -9.0..9.0, weight in 0.0..1.0) {
        let between = at(weight * a + (1.0 - weight) * b, 1.0);
        prop_assert!(between <= weight * at(a, 1.0) + (1.0 - weight) * at(b, 1.0) + 1e-12);
    }
}
