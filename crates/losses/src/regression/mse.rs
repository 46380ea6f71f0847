//! Squared error, whose mean is the MSE.
//!
//! Source: C. F. Gauss, *Theoria motus corporum coelestium in sectionibus
//! conicis solem ambientium*, Perthes and Besser, Hamburg, 1809.

use ndarray::{Array, ArrayRef, Dimension};

use crate::LossError;
use crate::elementwise::elementwise;

/// Squared error of each element, unreduced and without a factor ½.
///
/// ```text
/// ℓ(r) = r²        where r = prediction − target
/// ```
///
/// # Shapes and units
///
/// - `predictions`, `targets`: any shape, the same one; in the unit of the target.
/// - output: the shape of the inputs; in the unit of the target, squared.
/// - NaN gives NaN; an infinite residual gives +∞; ∞ − ∞ is NaN. A residual
///   beyond about 1.3e154 overflows to +∞ when squared.
///
/// # Errors
///
/// [`LossError::ShapeMismatch`] when the shapes differ.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let losses = squared_error(&array![2.0, 5.0], &array![1.0, 8.0])?;
/// assert_eq!(losses, array![1.0, 9.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: loss
pub fn squared_error<D: Dimension>(
    predictions: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    elementwise(predictions, targets, |prediction, target| {
        let residual = prediction - target;
        residual * residual
    })
}
// ANCHOR_END: loss

/// Derivative of [`squared_error`] with respect to each prediction.
///
/// ```text
/// ∂ℓ/∂prediction = 2 r        where r = prediction − target
/// ```
///
/// # Shapes and units
///
/// - `predictions`, `targets`: any shape, the same one; in the unit of the target.
/// - output: the shape of the inputs; in the unit of the target.
///
/// # Errors
///
/// As [`squared_error`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = squared_error_gradient(&array![2.0, 5.0], &array![1.0, 8.0])?;
/// assert_eq!(gradient, array![2.0, -6.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: gradient
pub fn squared_error_gradient<D: Dimension>(
    predictions: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    elementwise(predictions, targets, |prediction, target| {
        2.0 * (prediction - target)
    })
}
// ANCHOR_END: gradient
