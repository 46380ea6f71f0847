//! What the elementwise losses share.

use ndarray::{Array, ArrayRef, Dimension, Zip};

use crate::LossError;
use crate::checks::check_same_shape;

/// Applies `f` to each pair of elements, after checking that the shapes are equal.
///
/// A loss whose arguments have other names checks them before, under those names.
pub(crate) fn elementwise<D: Dimension>(
    predictions: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
    f: impl Fn(f64, f64) -> f64,
) -> Result<Array<f64, D>, LossError> {
    check_same_shape(
        ("predictions", predictions.shape()),
        ("targets", targets.shape()),
    )?;
    let pairs = Zip::from(predictions).and(targets);
    Ok(pairs.map_collect(|&prediction, &target| f(prediction, target)))
}

/// `weight · value` with 0 · ∞ = 0, the limit of y ln p as y reaches 0 first:
/// an outcome that never occurs costs nothing, whatever its probability.
pub(crate) fn weighted(weight: f64, value: f64) -> f64 {
    if weight == 0.0 { 0.0 } else { weight * value }
}
