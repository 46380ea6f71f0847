//! Hinge loss and a subgradient.
extern crate ndarray;

// ANCHOR: answer
use ndarray::{Array1, Zip};

/// The mean hinge loss; each label is 0 or 1.
pub fn hinge(scores: &Array1<f64>, labels: &Array1<f64>) -> f64 {
    // ANCHOR: solution
    let losses = Zip::from(scores)
        .and(labels)
        .map_collect(|&score, &label| f64::max(0.0, 1.0 - sign(label) * score));
    losses.sum() / scores.len() as f64
    // ANCHOR_END: solution
}

/// A subgradient with respect to the scores, 0 at the kink.
pub fn subgradient(scores: &Array1<f64>, labels: &Array1<f64>) -> Array1<f64> {
    // ANCHOR: solution
    let n = scores.len() as f64;
    Zip::from(scores).and(labels).map_collect(|&score, &label| {
        let pays = sign(label) * score < 1.0;
        if pays { -sign(label) / n } else { 0.0 }
    })
    // ANCHOR_END: solution
}

/// The label as a sign: 0 becomes −1.
fn sign(label: f64) -> f64 {
    // ANCHOR: solution
    2.0 * label - 1.0
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
