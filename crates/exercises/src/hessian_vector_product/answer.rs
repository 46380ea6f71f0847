//! The Hessian-vector product of logistic loss.
extern crate ndarray;

// ANCHOR: answer
use ndarray::{Array1, Array2};

/// The Hessian of the mean logistic loss at `weights`, times `vector`.
pub fn hessian_vector_product(
    features: &Array2<f64>,
    weights: &Array1<f64>,
    vector: &Array1<f64>,
) -> Array1<f64> {
    // ANCHOR: solution
    let curvature = features.dot(weights).mapv(|z| {
        let rest = (-z.abs()).exp();
        rest / (1.0 + rest).powi(2)
    });
    features.t().dot(&(curvature * features.dot(vector))) / features.nrows() as f64
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
