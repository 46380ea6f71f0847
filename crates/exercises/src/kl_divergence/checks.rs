use ndarray::array;

use super::answer::kl_divergence;
use crate::teach::close;

#[test]
fn is_zero_only_for_equal_distributions() {
    close(
        kl_divergence(&array![0.3, 0.7], &array![0.3, 0.7]),
        0.0,
        "KL(p ‖ p) is 0; the entropy means that −ln q stands where ln(p/q) belongs",
    );
}

#[test]
fn knows_which_way_round() {
    let (fair, biased) = (array![0.5, 0.5], array![0.9, 0.1]);
    close(
        kl_divergence(&fair, &biased),
        0.510_825_623_765_990_7,
        "the expectation is over the first argument; 0.368 is the other direction, 0.737 is in bits",
    );
    close(
        kl_divergence(&biased, &fair),
        0.368_064_207_168_497,
        "the expectation is over the first argument",
    );
}

#[test]
fn an_impossible_event_costs_nothing() {
    close(
        kl_divergence(&array![1.0, 0.0], &array![0.5, 0.5]),
        2_f64.ln(),
        "0·ln 0 is 0; NaN is what floats make of it",
    );
    close(
        kl_divergence(&array![1.0, 0.0], &array![1.0, 0.0]),
        0.0,
        "0·ln(0/0) is 0 as well",
    );
}

#[test]
fn an_event_that_q_excludes_costs_everything() {
    let value = kl_divergence(&array![0.5, 0.5], &array![1.0, 0.0]);
    assert_eq!(
        value,
        f64::INFINITY,
        "q excludes what p does half of the time: the divergence is infinite, not {value}; an epsilon hides that"
    );
}
