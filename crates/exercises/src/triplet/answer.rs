//! Triplet loss and its three gradients.
extern crate ndarray;

// ANCHOR: answer
use ndarray::Array1;

/// The loss of one triplet.
pub fn triplet(
    anchor: &Array1<f64>,
    positive: &Array1<f64>,
    negative: &Array1<f64>,
    margin: f64,
) -> f64 {
    // ANCHOR: solution
    f64::max(
        0.0,
        norm(&(anchor - positive)) - norm(&(anchor - negative)) + margin,
    )
    // ANCHOR_END: solution
}

/// Its gradients with respect to anchor, positive and negative.
pub fn gradients(
    anchor: &Array1<f64>,
    positive: &Array1<f64>,
    negative: &Array1<f64>,
    margin: f64,
) -> [Array1<f64>; 3] {
    // ANCHOR: solution
    if triplet(anchor, positive, negative, margin) == 0.0 {
        return [(); 3].map(|()| Array1::zeros(anchor.len()));
    }
    let (pull, push) = (direction(anchor - positive), direction(anchor - negative));
    [&pull - &push, -pull, push]
    // ANCHOR_END: solution
}

/// The length of a vector.
fn norm(vector: &Array1<f64>) -> f64 {
    // ANCHOR: solution
    vector.dot(vector).sqrt()
    // ANCHOR_END: solution
}

/// The vector divided by its length; the zero vector stays.
fn direction(vector: Array1<f64>) -> Array1<f64> {
    // ANCHOR: solution
    let length = norm(&vector);
    if length == 0.0 {
        vector
    } else {
        vector / length
    }
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
