//! Contrastive loss of a pair.
extern crate ndarray;

// ANCHOR: answer
use ndarray::Array1;

/// The loss of one pair of embeddings.
pub fn contrastive(x: &Array1<f64>, y: &Array1<f64>, similar: bool, margin: f64) -> f64 {
    // ANCHOR: solution
    let distance = distance(x, y);
    if similar {
        distance * distance / 2.0
    } else {
        (margin - distance).max(0.0).powi(2) / 2.0
    }
    // ANCHOR_END: solution
}

/// Its gradient with respect to `x`, 0 where the embeddings coincide.
pub fn gradient(x: &Array1<f64>, y: &Array1<f64>, similar: bool, margin: f64) -> Array1<f64> {
    // ANCHOR: solution
    let distance = distance(x, y);
    if similar {
        x - y
    } else if distance == 0.0 {
        Array1::zeros(x.len())
    } else {
        (x - y) * (-(margin - distance).max(0.0) / distance)
    }
    // ANCHOR_END: solution
}

/// The Euclidean distance.
fn distance(x: &Array1<f64>, y: &Array1<f64>) -> f64 {
    // ANCHOR: solution
    (x - y).mapv(|it| it * it).sum().sqrt()
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
