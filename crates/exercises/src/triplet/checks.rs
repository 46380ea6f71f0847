use ndarray::array;

use super::answer::{gradients, triplet};
use crate::teach::{all_close, close, is_slope};

#[test]
fn is_zero_once_the_order_holds_by_the_margin() {
    close(
        triplet(&array![1.0, 2.0], &array![3.0, 4.0], &array![5.0, 6.0], 1.0),
        0.0,
        "the negative is twice as far as the positive; a positive number swaps the two",
    );
}

#[test]
fn pays_the_violation_and_the_margin() {
    close(
        triplet(&array![0.0, 0.0], &array![3.0, 4.0], &array![0.0, 4.5], 1.0),
        1.5,
        "5 − 4.5 + 1; 5.75 is the form with squared distances",
    );
}

#[test]
fn a_collapsed_embedding_pays_the_margin() {
    let point = array![2.0, 2.0];
    close(
        triplet(&point, &point, &point, 0.3),
        0.3,
        "all distances are 0, so the margin is left",
    );
}

#[test]
fn the_gradients_are_the_slopes() {
    let (a, p, n) = (array![0.0, 0.1], array![3.0, 4.0], array![-1.0, 4.5]);
    let [by_anchor, by_positive, by_negative] = gradients(&a, &p, &n, 1.0);
    is_slope(
        &by_anchor,
        &a,
        |it| triplet(it, &p, &n, 1.0),
        "the anchor: u − v",
    );
    is_slope(
        &by_positive,
        &p,
        |it| triplet(&a, it, &n, 1.0),
        "the positive: −u, so that descent pulls it in",
    );
    is_slope(
        &by_negative,
        &n,
        |it| triplet(&a, &p, it, 1.0),
        "the negative: v, so that descent pushes it away",
    );
}

#[test]
fn a_settled_triplet_is_left_alone() {
    for gradient in gradients(&array![0.0], &array![1.0], &array![5.0], 1.0) {
        all_close(
            &gradient,
            &array![0.0],
            "the loss is 0 all around: so is the gradient",
        );
    }
}

#[test]
fn equal_points_give_no_nan() {
    let point = array![1.0, 1.0];
    for gradient in gradients(&point, &point, &point, 0.5) {
        all_close(
            &gradient,
            &array![0.0, 0.0],
            "0/0 is NaN: a distance of 0 has no direction",
        );
    }
}
