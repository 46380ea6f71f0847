//! Absolute error, whose mean is the MAE.
//!
//! Source: R. Koenker and G. Bassett, "Regression Quantiles", Econometrica 46
//! (1978), 33–50, <https://doi.org/10.2307/1913643>: half of it is the loss of
//! the quantile 1/2, the median.

use ndarray::{Array, ArrayRef, Dimension};

use crate::LossError;
use crate::elementwise::elementwise;

/// Absolute error of each element, unreduced.
///
/// ```text
/// ℓ(r) = |r|        where r = prediction − target
/// ```
///
/// # Shapes and units
///
/// - `predictions`, `targets`: any shape, the same one; in the unit of the target.
/// - output: the shape of the inputs; in the unit of the target.
/// - NaN gives NaN; an infinite residual gives +∞; ∞ − ∞ is NaN.
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
/// let losses = absolute_error(&array![2.0, 5.0], &array![1.0, 8.0])?;
/// assert_eq!(losses, array![1.0, 3.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: loss
pub fn absolute_error<D: Dimension>(
    predictions: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    elementwise(predictions, targets, |prediction, target| {
        (prediction - target).abs()
    })
}
// ANCHOR_END: loss

/// Subgradient of [`absolute_error`] with respect to each prediction: the sign
/// of the residual.
///
/// ```text
/// ∂ℓ/∂prediction = −1  if r < 0        where r = prediction − target
///                   0  if r = 0        (of the subgradients [−1, 1])
///                  +1  if r > 0
/// ```
///
/// # Shapes and units
///
/// - `predictions`, `targets`: any shape, the same one; in the unit of the target.
/// - output: the shape of the inputs; without unit. NaN gives NaN.
///
/// # Errors
///
/// As [`absolute_error`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = absolute_error_gradient(&array![2.0, 5.0, 7.0], &array![1.0, 8.0, 7.0])?;
/// assert_eq!(gradient, array![1.0, -1.0, 0.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: gradient
pub fn absolute_error_gradient<D: Dimension>(
    predictions: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    elementwise(predictions, targets, |prediction, target| {
        let residual = prediction - target;
        // `signum` is ±1 at ±0, and NaN at NaN.
        if residual == 0.0 {
            0.0
        } else {
            residual.signum()
        }
    })
}
// ANCHOR_END: gradient
