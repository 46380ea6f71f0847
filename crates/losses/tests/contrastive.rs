//! Contrastive loss.

mod common;

use Pair::{Dissimilar, Similar};
use common::{
    NOT_POSITIVE, assert_rejects_parameter, assert_rejects_shapes, assert_same, config,
    every_other_column_upside_down, numerical_gradient,
};
use losses::prelude::*;
use proptest::prelude::*;

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

fn at(first: &Array2<f64>, second: &Array2<f64>, pair: Pair, margin: f64) -> f64 {
    contrastive(first, second, &array![pair], margin).unwrap()[0]
}

fn slope(first: &Array2<f64>, second: &Array2<f64>, pair: Pair, margin: f64) -> Array2<f64> {
    contrastive_gradient(first, second, &array![pair], margin).unwrap()
}

#[test]
fn has_the_reference_values() {
    // d² = 27
    let (first, second) = (array![[1.0, 2.0, 3.0]], array![[4.0, 5.0, 6.0]]);
    assert_eq!(at(&first, &second, Similar, 1.0), 13.5);
    assert_eq!(at(&first, &second, Dissimilar, 1.0), 0.0);
    // d = 5, and ½ (7 − 5)² = 2
    let (first, second) = (array![[0.0, 0.0]], array![[3.0, 4.0]]);
    assert_eq!(at(&first, &second, Similar, 7.0), 12.5);
    assert_eq!(at(&first, &second, Dissimilar, 7.0), 2.0);
}

#[test]
fn pulls_similar_pairs_together_and_pushes_dissimilar_ones_apart() {
    let (first, second) = (array![[3.0, 4.0]], array![[0.0, 0.0]]);
    assert_same(&slope(&first, &second, Similar, 7.0), &array![[3.0, 4.0]]);
    // (7 − 5) in the direction (0.6, 0.8), and descent goes the other way.
    let expected = array![[-1.2, -1.6]];
    assert_relative_eq!(
        slope(&first, &second, Dissimilar, 7.0),
        expected,
        epsilon = 0.0,
        max_relative = 1e-15
    );
}

#[test]
fn a_dissimilar_pair_at_the_margin_is_left_alone() {
    let (first, second) = (array![[3.0, 4.0]], array![[0.0, 0.0]]);
    for margin in [1.0, 5.0] {
        assert_eq!(at(&first, &second, Dissimilar, margin), 0.0);
        assert_same(
            &slope(&first, &second, Dissimilar, margin),
            &array![[0.0, 0.0]],
        );
    }
    // The gradient is continuous there.
    let gradient = slope(&first, &second, Dissimilar, f64::next_up(5.0));
    assert_abs_diff_eq!(gradient, array![[0.0, 0.0]], epsilon = 1e-14);
}

#[test]
fn subgradient_of_a_collapsed_dissimilar_pair_is_zero() {
    let point = array![[0.3, -0.4]];
    assert_relative_eq!(at(&point, &point, Dissimilar, 3.0), 4.5);
    assert_same(&slope(&point, &point, Dissimilar, 3.0), &array![[0.0, 0.0]]);
    assert_same(&slope(&point, &point, Similar, 3.0), &array![[0.0, 0.0]]);
}

#[test]
fn distances_neither_overflow_nor_underflow() {
    let (first, second) = (array![[3e300, 0.0]], array![[0.0, -4e300]]);
    assert_eq!(at(&first, &second, Dissimilar, 1.0), 0.0);
    let expected = array![[-0.6e300, -0.8e300]];
    let gradient = slope(&first, &second, Dissimilar, 6e300);
    assert_relative_eq!(gradient, expected, epsilon = 0.0, max_relative = 1e-14);
    // Close together their squares underflow, and the direction must not.
    let (first, second) = (array![[3e-200, 0.0]], array![[0.0, -4e-200]]);
    assert_relative_eq!(
        slope(&first, &second, Dissimilar, 1.0),
        array![[-0.6, -0.8]]
    );
    assert_eq!(at(&first, &second, Dissimilar, 1.0), 0.5);
    let (first, second) = (array![[5e-324]], array![[0.0]]);
    assert_relative_eq!(slope(&first, &second, Dissimilar, 1.0), array![[-1.0]]);
}

#[test]
fn passes_nan_and_infinity_through() {
    let (zero, nan, infinite) = (array![[0.0, 0.0]], array![[NAN, 1.0]], array![[INF, 1.0]]);
    for pair in [Similar, Dissimilar] {
        assert!(at(&nan, &zero, pair, 1.0).is_nan());
        assert!(at(&zero, &nan, pair, 1.0).is_nan());
    }
    assert_same(&slope(&nan, &zero, Dissimilar, 1.0), &array![[NAN, NAN]]);
    assert_same(&slope(&nan, &zero, Similar, 1.0), &array![[NAN, 1.0]]);
    assert_eq!(at(&infinite, &zero, Similar, 1.0), INF);
    assert_eq!(at(&infinite, &zero, Dissimilar, 1.0), 0.0);
    assert_same(
        &slope(&infinite, &zero, Dissimilar, 1.0),
        &array![[0.0, 0.0]],
    );
}

#[test]
fn takes_any_layout() {
    let data = array![[3.0, 9.0, 4.0], [6.0, 9.0, 8.0]];
    let first = every_other_column_upside_down(&data);
    let second = Array2::zeros((2, 2));
    let pairs = array![Dissimilar, Similar];
    assert_same(
        &contrastive(&first, &second, &pairs, 12.0).unwrap(),
        &array![2.0, 12.5],
    );
    let gradient = contrastive_gradient(&first, &second.t(), &pairs, 12.0).unwrap();
    assert_relative_eq!(
        gradient,
        array![[-1.2, -1.6], [3.0, 4.0]],
        epsilon = 0.0,
        max_relative = 1e-15
    );
    // The columns as embeddings: (6, 3) and (8, 4).
    let losses = contrastive(&first.t(), &second, &array![Similar, Similar], 1.0).unwrap();
    assert_same(&losses, &array![22.5, 40.0]);
    let none = Array2::<f64>::zeros((0, 2));
    let no_pairs = Array1::from(Vec::<Pair>::new());
    assert_eq!(contrastive(&none, &none, &no_pairs, 1.0).unwrap().len(), 0);
    let no_coordinates = Array2::<f64>::zeros((1, 0));
    assert_eq!(at(&no_coordinates, &no_coordinates, Dissimilar, 2.0), 2.0);
}

#[test]
fn rejects_a_margin_that_is_not_positive_and_finite() {
    let point = array![[0.0]];
    for margin in NOT_POSITIVE {
        let result = contrastive(&point, &point, &array![Similar], margin);
        assert_rejects_parameter(result, "margin", margin);
        let result = contrastive_gradient(&point, &point, &array![Similar], margin);
        assert_rejects_parameter(result, "margin", margin);
    }
}

#[test]
fn rejects_other_shapes() {
    let (first, second) = (Array2::zeros((2, 3)), Array2::zeros((3, 2)));
    let pairs = array![Similar, Similar];
    let expected: [(_, &[usize]); 2] = [("first", &[2, 3]), ("second", &[3, 2])];
    assert_rejects_shapes(contrastive(&first, &second, &pairs, 1.0), expected);
    assert_rejects_shapes(contrastive_gradient(&first, &second, &pairs, 1.0), expected);
    let expected: [(_, &[usize]); 2] = [("first", &[2, 3]), ("pairs", &[1])];
    assert_rejects_shapes(contrastive(&first, &first, &array![Similar], 1.0), expected);
    assert_rejects_shapes(
        contrastive_gradient(&first, &first, &array![Similar], 1.0),
        expected,
    );
}

fn any_points() -> impl Strategy<Value = Array2<f64>> {
    prop::collection::vec(-2.0..2.0, 6).prop_map(|it| Array2::from_shape_vec((2, 3), it).unwrap())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn gradient_is_the_slope_in_first_and_its_negative_in_second(
        first in any_points(),
        second in any_points(),
        margin in 0.5..6.0,
        pair in prop::sample::select(vec![Similar, Dissimilar]),
    ) {
        let pairs = array![pair, Dissimilar];
        let squares = (&first - &second).mapv(|it: f64| it * it);
        let distances = squares.sum_axis(Axis(1)).mapv(f64::sqrt);
        prop_assume!(distances.iter().all(|it| *it > 0.1 && f64::abs(it - margin) > 1e-3));
        let gradient = contrastive_gradient(&first, &second, &pairs, margin).unwrap();
        let total = |first: &Array2<f64>, second: &Array2<f64>| {
            sum(&contrastive(first, second, &pairs, margin).unwrap())
        };
        let in_first = numerical_gradient(|at| total(at, &second), &first);
        assert_abs_diff_eq!(gradient, in_first, epsilon = 1e-6);
        let in_second = numerical_gradient(|at| total(&first, at), &second);
        assert_abs_diff_eq!(-gradient, in_second, epsilon = 1e-6);
    }
}
