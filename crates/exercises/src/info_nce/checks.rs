use ndarray::{Array2, array};

use super::answer::nt_xent;
use crate::teach::close;

#[test]
fn a_collapsed_batch_pays_the_logarithm_of_the_candidates() {
    let value = nt_xent(&Array2::ones((8, 3)), 0.1);
    close(
        value,
        7_f64.ln(),
        "each anchor has 7 candidates; ln 8 lets the anchor be its own candidate",
    );
}

#[test]
fn finds_the_partner_in_the_other_half() {
    let separated = array![[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]];
    let value = nt_xent(&separated, 1.0);
    close(
        value,
        (1_f64.exp() + 2.0).ln() - 1.0,
        "row 0 belongs to row 2: the partner has similarity 1, the two others 0",
    );
}

#[test]
fn lengths_do_not_count() {
    let (short, long) = (
        array![[1.0, 0.0], [0.6, 0.8], [0.8, 0.6], [0.0, 1.0]],
        array![[5.0, 0.0], [0.06, 0.08], [8.0, 6.0], [0.0, 0.2]],
    );
    close(
        nt_xent(&short, 0.5),
        nt_xent(&long, 0.5),
        "similarity is the cosine: divide each row by its length",
    );
}

#[test]
fn divides_by_the_temperature_once() {
    let separated = array![[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]];
    close(
        nt_xent(&separated, 0.5),
        (2_f64.exp() + 2.0).ln() - 2.0,
        "a similarity of 1 at temperature ½ is 2; 4 divides twice, ½ multiplies",
    );
}

#[test]
fn survives_a_small_temperature() {
    let crossed = array![[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]];
    close(
        nt_xent(&crossed, 1e-3),
        1000.0,
        "e^1000 overflows: shift by the largest similarity",
    );
}
