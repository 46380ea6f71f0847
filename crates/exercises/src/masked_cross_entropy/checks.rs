use ndarray::{Array3, array};

use super::answer::masked_cross_entropy;
use crate::teach::close;

#[test]
fn an_untrained_model_pays_the_logarithm_of_the_vocabulary() {
    let labels = [vec![Some(0), Some(3)], vec![Some(1), Some(2)]];
    close(
        masked_cross_entropy(&Array3::zeros((2, 2, 4)), &labels),
        4_f64.ln(),
        "equal logits over 4 tokens",
    );
}

#[test]
fn padding_does_not_count() {
    let mut logits = Array3::zeros((1, 3, 2));
    logits[[0, 2, 0]] = 90.0;
    close(
        masked_cross_entropy(&logits, &[vec![Some(0), Some(1), None]]),
        2_f64.ln(),
        "two tokens count; dividing by all three positions gives two thirds of it",
    );
}

#[test]
fn every_token_weighs_the_same() {
    // One long sequence that the model knows, one short sequence that it does not.
    let known = [[40.0, 0.0], [40.0, 0.0], [40.0, 0.0]];
    let unknown = [[0.0, 0.0]; 3];
    let logits = Array3::from(vec![known, unknown]);
    let labels = [vec![Some(0); 3], vec![Some(0), None, None]];
    close(
        masked_cross_entropy(&logits, &labels),
        2_f64.ln() / 4.0,
        "one unknown token of four; half of ln 2 is a mean of the means of the sequences",
    );
}

#[test]
fn a_batch_of_padding_costs_nothing() {
    close(
        masked_cross_entropy(&Array3::zeros((1, 2, 3)), &[vec![None, None]]),
        0.0,
        "0/0 is NaN, and one such batch ruins the weights",
    );
}

#[test]
fn survives_a_thousand() {
    let logits = array![[[1000.0, 0.0]]];
    close(
        masked_cross_entropy(&logits, &[vec![Some(1)]]),
        1000.0,
        "shift by the largest logit first",
    );
    close(
        masked_cross_entropy(&-logits, &[vec![Some(1)]]),
        0.0,
        "0 is the largest logit here; a right token costs nothing",
    );
    close(
        masked_cross_entropy(&array![[[-1000.0, -1000.0]]], &[vec![Some(0)]]),
        2_f64.ln(),
        "the largest logit may be negative: start the search for it at −∞, not at 0",
    );
}
