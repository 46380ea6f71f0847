use ndarray::array;

use super::answer::{distillation, gradient};
use crate::teach::{all_close, close, is_slope};

#[test]
fn is_zero_when_the_student_agrees() {
    close(
        distillation(&array![1.0, 2.0], &array![11.0, 12.0], 3.0),
        0.0,
        "logits that differ by a constant are the same distribution",
    );
}

#[test]
fn takes_the_expectation_over_the_teacher() {
    let (fair, biased) = (array![0.0, 0.0], array![9_f64.ln(), 0.0]);
    close(
        distillation(&biased, &fair, 1.0),
        0.510_825_623_765_990_7,
        "the teacher is the first argument of the divergence; 0.368 is the reverse one",
    );
}

#[test]
fn keeps_its_size_at_a_high_temperature() {
    let (student, teacher) = (array![1.0, -1.0, 0.0], array![0.0, 2.0, -2.0]);
    // Far up it becomes half the mean squared difference of the centered logits: (1 + 9 + 4)/6.
    let value = distillation(&student, &teacher, 1e4);
    assert!(
        (value - 7.0 / 3.0).abs() < 1e-3,
        "yours is {value}, expected is 7/3: without the factor T² it fades to nothing"
    );
}

#[test]
fn the_gradient_is_the_slope() {
    let (at, teacher) = (array![0.3, -1.0, 2.0], array![1.0, 1.0, -4.0]);
    let lesson = "T·(student's softmax − teacher's softmax), both at temperature T";
    is_slope(
        &gradient(&at, &teacher, 2.5),
        &at,
        |it| distillation(it, &teacher, 2.5),
        lesson,
    );
}

#[test]
fn survives_large_logits() {
    close(
        distillation(&array![0.0, 2000.0], &array![2000.0, 0.0], 2.0),
        4000.0,
        "work with log-softmax, never with the logarithm of a softmax",
    );
    close(
        distillation(&array![-2000.0, -2000.0], &array![-9.0, -9.0], 2.0),
        0.0,
        "the largest logit may be negative: start the search for it at −∞, not at 0",
    );
    all_close(
        &gradient(&array![0.0, 2000.0], &array![2000.0, 0.0], 2.0),
        &array![-2.0, 2.0],
        "subtract the largest logit first",
    );
}
