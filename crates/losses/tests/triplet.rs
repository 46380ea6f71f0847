//! Triplet loss, with plain and with squared distances.

mod common;

use common::{
    NOT_POSITIVE, assert_rejects_parameter, assert_rejects_shapes, assert_same, config,
    every_other_column_upside_down, numerical_gradient,
};
use losses::prelude::*;
use proptest::prelude::*;

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

type Point = [f64; 2];

fn row(point: Point) -> Array2<f64> {
    Array2::from(vec![point])
}

fn plain(anchor: Point, positive: Point, negative: Point, margin: f64) -> f64 {
    triplet(&row(anchor), &row(positive), &row(negative), margin).unwrap()[0]
}

fn squared(anchor: Point, positive: Point, negative: Point, margin: f64) -> f64 {
    triplet_squared(&row(anchor), &row(positive), &row(negative), margin).unwrap()[0]
}

fn plain_slopes(anchor: Point, positive: Point, negative: Point, margin: f64) -> TripletGradient {
    triplet_gradient(&row(anchor), &row(positive), &row(negative), margin).unwrap()
}

fn squared_slopes(anchor: Point, positive: Point, negative: Point, margin: f64) -> TripletGradient {
    triplet_squared_gradient(&row(anchor), &row(positive), &row(negative), margin).unwrap()
}

#[track_caller]
fn assert_slopes(gradient: &TripletGradient, anchor: Point, positive: Point, negative: Point) {
    assert_same(&gradient.anchors, &row(anchor));
    assert_same(&gradient.positives, &row(positive));
    assert_same(&gradient.negatives, &row(negative));
}

#[test]
fn has_the_reference_values() {
    assert_eq!(plain([1.0, 2.0], [3.0, 4.0], [5.0, 6.0], 1.0), 0.0);
    assert_eq!(squared([1.0, 2.0], [3.0, 4.0], [5.0, 6.0], 1.0), 0.0);
    // With the roles swapped: √32 − √8 + 1 and 32 − 8 + 1.
    let expected = 32.0_f64.sqrt() - 8.0_f64.sqrt() + 1.0;
    assert_relative_eq!(plain([1.0, 2.0], [5.0, 6.0], [3.0, 4.0], 1.0), expected);
    assert_eq!(squared([1.0, 2.0], [5.0, 6.0], [3.0, 4.0], 1.0), 25.0);
}

#[test]
fn of_a_collapsed_triplet_is_the_margin_and_does_not_move() {
    let point = [0.3, -0.7];
    for margin in [0.2, 1.0] {
        assert_eq!(
            [
                plain(point, point, point, margin),
                squared(point, point, point, margin)
            ],
            [margin; 2]
        );
        assert_slopes(
            &plain_slopes(point, point, point, margin),
            [0.0; 2],
            [0.0; 2],
            [0.0; 2],
        );
        assert_slopes(
            &squared_slopes(point, point, point, margin),
            [0.0; 2],
            [0.0; 2],
            [0.0; 2],
        );
    }
    // Soft in place of the hinge, the loss of the collapse is ln 2.
    assert_relative_eq!(softplus(&array![0.0])[0], std::f64::consts::LN_2);
}

#[test]
fn gradients_are_those_worked_by_hand() {
    let (a, p, n) = ([0.0, 0.0], [3.0, 4.0], [0.0, 2.0]);
    let gradient = plain_slopes(a, p, n, 1.0);
    assert_slopes(&gradient, [-0.6, -0.8 + 1.0], [0.6, 0.8], [0.0, -1.0]);
    // 2 (n − p), 2 (p − a), 2 (a − n)
    let gradient = squared_slopes(a, p, n, 1.0);
    assert_slopes(&gradient, [-6.0, -4.0], [6.0, 8.0], [0.0, -4.0]);
}

#[test]
fn a_satisfied_triplet_is_left_alone() {
    // d_ap = 1 and d_an = 3, so that a margin of 2 (squared: 8) is just met.
    let (a, p, n) = ([0.0, 0.0], [1.0, 0.0], [0.0, 3.0]);
    for margin in [1.0, 2.0] {
        assert_eq!(plain(a, p, n, margin), 0.0);
        assert_slopes(&plain_slopes(a, p, n, margin), [0.0; 2], [0.0; 2], [0.0; 2]);
    }
    for margin in [1.0, 8.0] {
        assert_eq!(squared(a, p, n, margin), 0.0);
        assert_slopes(
            &squared_slopes(a, p, n, margin),
            [0.0; 2],
            [0.0; 2],
            [0.0; 2],
        );
    }
    // Just beyond, the whole gradient is there.
    assert_slopes(
        &plain_slopes(a, p, n, 2.0 + 1e-9),
        [-1.0, 1.0],
        [1.0, 0.0],
        [0.0, -1.0],
    );
    assert_slopes(
        &squared_slopes(a, p, n, 8.0 + 1e-9),
        [-2.0, 6.0],
        [2.0, 0.0],
        [0.0, -6.0],
    );
}

#[test]
fn the_kink_of_a_zero_distance_has_the_stated_subgradient() {
    let (a, far) = ([1.0, 1.0], [1.0, 3.0]);
    // The anchor sits on the negative: only the positive pulls.
    assert_slopes(
        &plain_slopes(a, far, a, 1.0),
        [0.0, -1.0],
        [0.0, 1.0],
        [0.0, 0.0],
    );
    // The anchor sits on the positive: only the negative pushes.
    assert_slopes(
        &plain_slopes(a, a, far, 9.0),
        [0.0, 1.0],
        [0.0, 0.0],
        [0.0, -1.0],
    );
}

#[test]
fn semi_hard_lies_between_zero_and_the_margin() {
    // d_ap = 1: a negative at 0.5 is hard, at 1.5 semi-hard, at 3 easy.
    let loss = |distance| plain([0.0, 0.0], [1.0, 0.0], [0.0, distance], 1.0);
    assert_eq!([loss(0.5), loss(1.5), loss(3.0)], [1.5, 0.5, 0.0]);
}

#[test]
fn distances_neither_overflow_nor_underflow() {
    let (a, p, n) = ([0.0, 0.0], [3e300, 4e300], [0.0, 2e300]);
    assert_relative_eq!(
        plain(a, p, n, 1.0),
        3e300,
        epsilon = 0.0,
        max_relative = 1e-15
    );
    let gradient = plain_slopes(a, p, n, 1.0);
    assert_relative_eq!(
        gradient.positives,
        row([0.6, 0.8]),
        epsilon = 0.0,
        max_relative = 1e-15
    );
    assert_eq!(plain(a, n, p, 1.0), 0.0);
    let gradient = plain_slopes(a, [3e-300, 4e-300], [0.0, -5e-324], 1.0);
    assert_relative_eq!(
        gradient.positives,
        row([0.6, 0.8]),
        epsilon = 0.0,
        max_relative = 1e-15
    );
    assert_relative_eq!(
        gradient.negatives,
        row([0.0, 1.0]),
        epsilon = 0.0,
        max_relative = 1e-15
    );
    // Squared distances may.
    assert_eq!(squared(a, p, [0.0, 0.0], 1.0), INF);
    assert!(squared(a, p, n, 1.0).is_nan());
}

#[test]
fn passes_nan_and_infinity_through() {
    let zero = [0.0, 0.0];
    for place in 0..3 {
        let mut points = [zero, [1.0, 0.0], [0.0, 1.0]];
        points[place] = [NAN, 0.0];
        let [a, p, n] = points;
        assert!(plain(a, p, n, 1.0).is_nan());
        assert!(squared(a, p, n, 1.0).is_nan());
        assert!(plain_slopes(a, p, n, 1.0).anchors[[0, 0]].is_nan());
        assert!(squared_slopes(a, p, n, 1.0).anchors[[0, 0]].is_nan());
    }
    assert_eq!(plain(zero, [INF, 0.0], zero, 1.0), INF);
    assert_eq!(plain(zero, zero, [INF, 0.0], 1.0), 0.0);
    assert!(plain(zero, [INF, 0.0], [INF, 0.0], 1.0).is_nan());
}

#[test]
fn rows_do_not_touch_each_other_in_any_layout() {
    // Upside down: anchors (0, 0) and (1, 1).
    let data = array![[1.0, 9.0, 1.0], [0.0, 9.0, 0.0]];
    let anchors = every_other_column_upside_down(&data);
    let positives = array![[3.0, 1.0], [4.0, 2.0]];
    let positives = positives.t(); // (3, 4) and (1, 2)
    let negatives = array![[0.0, 2.0], [1.0, 9.0]];
    let losses = triplet(&anchors, &positives, &negatives, 1.0).unwrap();
    assert_same(&losses, &array![4.0, 0.0]);
    let losses = triplet_squared(&anchors, &positives, &negatives, 1.0).unwrap();
    assert_same(&losses, &array![22.0, 0.0]);
    let gradient = triplet_squared_gradient(&anchors, &positives, &negatives, 1.0).unwrap();
    assert_same(&gradient.anchors, &array![[-6.0, -4.0], [0.0, 0.0]]);
    assert_same(&gradient.positives, &array![[6.0, 8.0], [0.0, 0.0]]);
    assert_same(&gradient.negatives, &array![[0.0, -4.0], [0.0, 0.0]]);
    let gradient = triplet_gradient(&anchors, &positives, &negatives, 1.0).unwrap();
    assert_same(&gradient.positives, &array![[0.6, 0.8], [0.0, 0.0]]);
    let none = Array2::<f64>::zeros((0, 2));
    assert_eq!(triplet(&none, &none, &none, 1.0).unwrap().len(), 0);
    assert_eq!(
        triplet_gradient(&none, &none, &none, 1.0)
            .unwrap()
            .anchors
            .shape(),
        [0, 2]
    );
}

#[test]
fn rejects_a_margin_that_is_not_positive_and_finite() {
    let it = row([0.0, 0.0]);
    for margin in NOT_POSITIVE {
        assert_rejects_parameter(triplet(&it, &it, &it, margin), "margin", margin);
        assert_rejects_parameter(triplet_squared(&it, &it, &it, margin), "margin", margin);
        assert_rejects_parameter(triplet_gradient(&it, &it, &it, margin), "margin", margin);
        assert_rejects_parameter(
            triplet_squared_gradient(&it, &it, &it, margin),
            "margin",
            margin,
        );
    }
}

#[test]
fn rejects_other_shapes() {
    let (good, bad) = (Array2::zeros((2, 3)), Array2::zeros((3, 2)));
    let positives: [(_, &[usize]); 2] = [("anchors", &[2, 3]), ("positives", &[3, 2])];
    let negatives: [(_, &[usize]); 2] = [("anchors", &[2, 3]), ("negatives", &[3, 2])];
    assert_rejects_shapes(triplet(&good, &bad, &good, 1.0), positives);
    assert_rejects_shapes(triplet(&good, &good, &bad, 1.0), negatives);
    assert_rejects_shapes(triplet_squared(&good, &bad, &good, 1.0), positives);
    assert_rejects_shapes(triplet_squared(&good, &good, &bad, 1.0), negatives);
    assert_rejects_shapes(triplet_gradient(&good, &good, &bad, 1.0), negatives);
    assert_rejects_shapes(triplet_squared_gradient(&good, &bad, &good, 1.0), positives);
}

fn any_points() -> impl Strategy<Value = Array2<f64>> {
    prop::collection::vec(-2.0..2.0, 6).prop_map(|it| Array2::from_shape_vec((2, 3), it).unwrap())
}

type Loss =
    fn(&ArrayRef2<f64>, &ArrayRef2<f64>, &ArrayRef2<f64>, f64) -> Result<Array1<f64>, LossError>;

fn assert_gradient_is_the_slope(
    loss: Loss,
    gradient: &TripletGradient,
    [a, p, n]: [&Array2<f64>; 3],
    margin: f64,
) {
    let slopes = |at: &Array2<f64>, place: usize| {
        let total = |moved: &Array2<f64>| {
            let mut points = [a, p, n];
            points[place] = moved;
            sum(&loss(points[0], points[1], points[2], margin).unwrap())
        };
        numerical_gradient(total, at)
    };
    assert_abs_diff_eq!(gradient.anchors, slopes(a, 0), epsilon = 1e-6);
    assert_abs_diff_eq!(gradient.positives, slopes(p, 1), epsilon = 1e-6);
    assert_abs_diff_eq!(gradient.negatives, slopes(n, 2), epsilon = 1e-6);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn gradients_are_the_slopes(
        a in any_points(),
        p in any_points(),
        n in any_points(),
        margin in 0.5..3.0,
    ) {
        let squares = |b: &Array2<f64>| (&a - b).mapv(|it| it * it).sum_axis(Axis(1));
        let (d2_ap, d2_an) = (squares(&p), squares(&n));
        prop_assume!(d2_ap.iter().chain(&d2_an).all(|it| *it > 0.01));
        let away = |violations: Array1<f64>| violations.iter().all(|it| it.abs() > 1e-3);
        prop_assume!(away(&d2_ap - &d2_an + margin));
        prop_assume!(away(d2_ap.mapv(f64::sqrt) - d2_an.mapv(f64::sqrt) + margin));

        let gradient = triplet_gradient(&a, &p, &n, margin).unwrap();
        assert_gradient_is_the_slope(triplet, &gradient, [&a, &p, &n], margin);
        let gradient = triplet_squared_gradient(&a, &p, &n, margin).unwrap();
        assert_gradient_is_the_slope(triplet_squared, &gradient, [&a, &p, &n], margin);
    }
}
