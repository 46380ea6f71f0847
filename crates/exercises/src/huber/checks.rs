use ndarray::array;

use super::answer::{derivative, huber};
use crate::teach::{close, is_slope};

#[test]
fn is_half_the_square_inside() {
    close(
        huber(1.0, 2.0),
        0.5,
        "1 means that the ½ is missing; 0.25 is smooth L1 with beta 2, which is Huber divided by beta",
    );
}

#[test]
fn is_a_line_outside() {
    close(
        huber(3.0, 1.0),
        2.5,
        "delta·(|r| − delta/2): 4.5 is still the square, 2 has delta instead of delta/2",
    );
}

#[test]
fn is_the_same_on_both_sides() {
    close(
        huber(-3.0, 1.0),
        2.5,
        "a negative residual needs the absolute value in the line as well",
    );
}

#[test]
fn has_no_jump_at_the_threshold() {
    let delta = 1.7;
    let jump = huber(delta * (1.0 + 1e-12), delta) - huber(delta, delta);
    assert!(
        jump.abs() < 1e-9,
        "the pieces are {jump} apart at the threshold: choose the constant of the line so that they meet"
    );
}

#[test]
fn the_derivative_is_the_slope() {
    for residual in [-4.0, -0.5, 0.0, 0.9, 6.0] {
        let at = array![residual];
        let lesson = "the derivative is the residual clipped to ±delta";
        is_slope(
            &array![derivative(residual, 1.5)],
            &at,
            |it| huber(it[0], 1.5),
            lesson,
        );
    }
}

#[test]
fn a_missing_value_stays_missing() {
    assert!(
        huber(f64::NAN, 1.0).is_nan(),
        "NaN went in and a number came out: `min` and `max` of floats drop NaN"
    );
    assert!(
        derivative(f64::NAN, 1.0).is_nan(),
        "NaN went in and a number came out"
    );
}
