//! Euclidean distance of two rows.

use ndarray::{ArrayRef1, Zip};

/// Euclidean distance. `hypot` neither overflows nor underflows on the way.
pub(crate) fn distance(first: &ArrayRef1<f64>, second: &ArrayRef1<f64>) -> f64 {
    Zip::from(first)
        .and(second)
        .fold(0.0, |norm: f64, &a, &b| norm.hypot(a - b))
}

/// Half the squared distance: halved first, since the square may overflow.
pub(crate) fn half_squared_distance(first: &ArrayRef1<f64>, second: &ArrayRef1<f64>) -> f64 {
    Zip::from(first)
        .and(second)
        .fold(0.0, |sum, &a, &b| sum + 0.5 * (a - b) * (a - b))
}

/// Squared Euclidean distance, without the detour over the root.
pub(crate) fn squared_distance(first: &ArrayRef1<f64>, second: &ArrayRef1<f64>) -> f64 {
    Zip::from(first)
        .and(second)
        .fold(0.0, |sum, &a, &b| sum + (a - b) * (a - b))
}
