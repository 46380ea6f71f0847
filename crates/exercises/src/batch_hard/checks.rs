use ndarray::{Array2, array};

use super::answer::batch_hard;
use crate::teach::close;

#[test]
fn takes_the_farthest_positive_and_the_nearest_negative() {
    let embeddings = array![[0.0], [1.0], [4.0], [2.0], [9.0]];
    // Anchors 0, 1, 4 of class 0: (4, 2), (3, 1), (4, 2). Anchors 2, 9 of class 1: (7, 1), (7, 5).
    let value = batch_hard(&embeddings, &[0, 0, 0, 1, 1], 1.0);
    close(
        value,
        (3.0 + 3.0 + 3.0 + 7.0 + 3.0) / 5.0,
        "the hardest positive is the farthest, the hardest negative the nearest",
    );
}

#[test]
fn the_anchor_is_not_its_own_positive() {
    let value = batch_hard(&array![[0.0], [5.0], [5.5]], &[0, 1, 1], 1.0);
    // The anchor 0 has no positive. The others: (0.5, 5) and (0.5, 5.5), both settled.
    close(
        value,
        0.0,
        "the anchor at 0 has only itself in its class: leave it out",
    );
}

#[test]
fn the_mean_leaves_out_anchors_without_partners() {
    let value = batch_hard(&array![[0.0], [1.0], [2.0]], &[0, 0, 1], 1.0);
    // The anchors 0 and 1: 1 − 2 + 1 = 0 and 1 − 1 + 1 = 1; the third has no positive.
    close(
        value,
        0.5,
        "two anchors count; a third of 1 divides by the whole batch",
    );
}

#[test]
fn a_batch_of_one_class_costs_nothing() {
    close(
        batch_hard(&array![[0.0], [1.0]], &[3, 3], 1.0),
        0.0,
        "there is no negative: no triplet, no loss, and no infinity",
    );
}

#[test]
fn a_collapsed_batch_pays_the_margin() {
    close(
        batch_hard(&Array2::ones((4, 3)), &[0, 0, 1, 1], 0.2),
        0.2,
        "all distances are 0, so every anchor pays the margin",
    );
}
