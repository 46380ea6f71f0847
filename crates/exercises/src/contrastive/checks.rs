use ndarray::{Array1, array};

use super::answer::{contrastive, gradient};
use crate::teach::{all_close, close, is_slope};

#[test]
fn a_similar_pair_pays_half_of_the_squared_distance() {
    close(
        contrastive(&array![1.0, 2.0, 3.0], &array![4.0, 5.0, 6.0], true, 1.0),
        13.5,
        "the squared distance is 27; 27 misses the ½, 2.6 squares nothing",
    );
}

#[test]
fn a_dissimilar_pair_pays_for_being_near() {
    close(
        contrastive(&array![0.0, 0.0], &array![0.6, 0.8], false, 3.0),
        2.0,
        "the shortfall is 3 − 1 = 2, half of its square is 2",
    );
    close(
        contrastive(&array![0.0, 0.0], &array![3.0, 4.0], false, 3.0),
        0.0,
        "beyond the margin there is nothing to pay: a square without the maximum grows again",
    );
}

#[test]
fn the_gradient_is_the_slope() {
    let y = array![0.6, 0.8];
    for (similar, margin) in [(true, 1.0), (false, 3.0), (false, 0.5)] {
        let at = array![0.1, -0.2];
        let lesson = "a dissimilar pair has −(m − d)·(x − y)/d inside the margin and 0 beyond it";
        is_slope(
            &gradient(&at, &y, similar, margin),
            &at,
            |it| contrastive(it, &y, similar, margin),
            lesson,
        );
    }
}

#[test]
fn descent_pushes_a_dissimilar_pair_apart() {
    let (x, y) = (array![0.5], array![0.0]);
    let step = &x - 0.1 * gradient(&x, &y, false, 1.0);
    assert!(
        step[0] > 0.5,
        "after a step of descent x is at {}, nearer to y = 0: the sign is turned",
        step[0]
    );
}

#[test]
fn coinciding_points_give_no_nan() {
    let point = array![1.0, 2.0];
    all_close(
        &gradient(&point, &point, false, 1.0),
        &Array1::zeros(2),
        "(x − y)/d is 0/0 here",
    );
    all_close(
        &gradient(&point, &point, true, 1.0),
        &Array1::zeros(2),
        "a similar pair that coincides is done",
    );
}
