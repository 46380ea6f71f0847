//! What the elementwise losses share.

use ndarray::{Array, ArrayRef, Dimension, Zip};

use crate::LossError;
use crate::checks::check_same_shape;

/// Applies `f` to each pair of elements, after checking that the shapes are equal.
pub(crate) fn elementwise<D: Dimension>(
    (first_name, first): (&'static str, &ArrayRef<f64, D>),
    (second_name, second): (&'static str, &ArrayRef<f64, D>),
    f: impl Fn(f64, f64) -> f64,
) -> Result<Array<f64, D>, LossError> {
    check_same_shape((first_name, first.shape()), (second_name, second.shape()))?;
    Ok(Zip::from(first)
        .and(second)
        .map_collect(|&first, &second| f(first, second)))
}

/// `weight · value` with 0 · ±∞ = 0, the limit of y ln p as y reaches 0 first:
/// an outcome that never occurs costs nothing, whatever its probability.
pub(crate) fn weighted(weight: f64, value: f64) -> f64 {
    if weight == 0.0 && value.is_infinite() {
        0.0
    } else {
        weight * value
    }
}
