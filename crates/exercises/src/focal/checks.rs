use ndarray::array;

use super::answer::{derivative, focal};
use crate::teach::{close, is_slope};

#[test]
fn without_focus_it_is_binary_cross_entropy() {
    close(
        focal(2.0, 1.0, 0.0),
        0.126_928_011_042_972_6,
        "γ = 0 makes the factor 1",
    );
    close(
        focal(2.0, 0.0, 0.0),
        2.126_928_011_042_973,
        "p_t is the probability of the label: 1 − p for the label 0",
    );
}

#[test]
fn an_easy_example_counts_little() {
    let logit = (0.95_f64 / 0.05).ln();
    close(
        focal(logit, 1.0, 2.0) / focal(logit, 1.0, 0.0),
        0.0025,
        "the factor is (1 − 0.95)² = 0.0025; p_t^γ would keep the easy ones instead",
    );
}

#[test]
fn the_derivative_is_the_slope() {
    for (logit, label, gamma) in [
        (-2.0, 1.0, 2.0),
        (0.5, 0.0, 2.0),
        (1.0, 1.0, 0.0),
        (-1.0, 0.0, 3.5),
    ] {
        let lesson = "for the label 1 it is (1 − p)^γ·(γ·p·ln p − (1 − p)); for the label 0 flip logit and sign";
        is_slope(
            &array![derivative(logit, label, gamma)],
            &array![logit],
            |it| focal(it[0], label, gamma),
            lesson,
        );
    }
}

#[test]
fn survives_a_thousand() {
    close(
        focal(-1000.0, 1.0, 2.0),
        1000.0,
        "a hopeless logit costs its size: ln p_t must come from the logit, not from p_t = 0",
    );
    close(
        derivative(-1000.0, 1.0, 2.0),
        -1.0,
        "0·∞ is NaN: take ln p_t from the logit",
    );
}
