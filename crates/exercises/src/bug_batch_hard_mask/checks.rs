use ndarray::array;

use super::answer::batch_hard;
use crate::teach::close;

#[test]
fn separated_classes_cost_nothing() {
    let distances = array![
        [0.0, 1.0, 9.0, 9.0],
        [1.0, 0.0, 9.0, 9.0],
        [9.0, 9.0, 0.0, 1.0],
        [9.0, 9.0, 1.0, 0.0]
    ];
    close(
        batch_hard(&distances, &[0, 0, 1, 1], 1.0),
        0.0,
        "the nearest negative is at 9: a masked distance became 0 and won the minimum",
    );
}

#[test]
fn the_nearest_negative_counts() {
    let distances = array![
        [0.0, 2.0, 1.5, 7.0],
        [2.0, 0.0, 6.0, 5.0],
        [1.5, 6.0, 0.0, 3.0],
        [7.0, 5.0, 3.0, 0.0]
    ];
    close(
        batch_hard(&distances, &[0, 0, 1, 1], 1.0),
        (1.5 + 0.0 + 2.5 + 0.0) / 4.0,
        "the anchors pay 1.5, 0, 2.5 and 0",
    );
}
