//! Huber loss: quadratic near zero, linear beyond `delta`.
//!
//! Source: P. J. Huber, "Robust Estimation of a Location Parameter",
//! Ann. Math. Statist. 35 (1964), 73–101, <https://doi.org/10.1214/aoms/1177703732>.

use ndarray::{Array, ArrayRef, Dimension};

use crate::LossError;
use crate::checks::check_positive;
use crate::elementwise::elementwise;

/// Huber loss of each element, unreduced.
///
/// ```text
/// ℓ(r) = r² / 2             if |r| ≤ δ        where r = prediction − target
///        δ (|r| − δ / 2)    if |r| > δ
/// ```
///
/// # Shapes and units
///
/// - `predictions`, `targets`: any shape, the same one; in the unit of the target.
/// - `delta`: a residual, in the unit of the target.
/// - output: the shape of the inputs; in the unit of the target, squared.
/// - NaN gives NaN; an infinite residual gives +∞; ∞ − ∞ is NaN.
///
/// # Errors
///
/// - [`LossError::InvalidParameter`] unless `delta` is positive and finite.
/// - [`LossError::ShapeMismatch`] when the shapes differ.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let losses = huber(&array![0.5, 3.0], &array![0.0, 0.0], 1.0)?;
/// assert_eq!(losses, array![0.125, 2.5]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: loss
pub fn huber<D: Dimension>(
    predictions: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
    delta: f64,
) -> Result<Array<f64, D>, LossError> {
    check_positive("delta", delta)?;
    elementwise(predictions, targets, |prediction, target| {
        let residual = (prediction - target).abs();
        if residual <= delta {
            0.5 * residual * residual
        } else {
            delta * (residual - 0.5 * delta)
        }
    })
}
// ANCHOR_END: loss

/// Derivative of [`huber`] with respect to each prediction: the residual,
/// clipped to `[-delta, delta]`.
///
/// ```text
/// ∂ℓ/∂prediction = max(−δ, min(r, δ))        where r = prediction − target
/// ```
///
/// # Shapes and units
///
/// - `predictions`, `targets`: any shape, the same one; in the unit of the target.
/// - `delta`: a residual, in the unit of the target.
/// - output: the shape of the inputs; in the unit of the target. NaN gives NaN.
///
/// # Errors
///
/// As [`huber`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = huber_gradient(&array![0.5, -3.0], &array![0.0, 0.0], 1.0)?;
/// assert_eq!(gradient, array![0.5, -1.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: gradient
pub fn huber_gradient<D: Dimension>(
    predictions: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
    delta: f64,
) -> Result<Array<f64, D>, LossError> {
    check_positive("delta", delta)?;
    elementwise(predictions, targets, |prediction, target| {
        (prediction - target).clamp(-delta, delta)
    })
}
// ANCHOR_END: gradient
