//! Pinball loss, which a quantile minimizes.
//!
//! Source: R. Koenker and G. Bassett, "Regression Quantiles", Econometrica 46
//! (1978), 33–50, <https://doi.org/10.2307/1913643>.

use ndarray::{Array, ArrayRef, Dimension};

use crate::LossError;
use crate::elementwise::elementwise;

/// Pinball loss of each element, unreduced.
///
/// ```text
/// ℓ(ŷ, y) = q (y − ŷ)          if ŷ ≤ y        a missing unit costs q
///           (1 − q) (ŷ − y)    if ŷ > y        a surplus unit costs 1 − q
/// ```
///
/// # Shapes and units
///
/// - `predictions`, `targets`: any shape, the same one; in the unit of the target.
/// - `level`: the q of the quantile, in (0, 1).
/// - output: the shape of the inputs; in the unit of the target. NaN gives NaN.
///
/// # Errors
///
/// - [`LossError::InvalidParameter`] unless `level` lies strictly between 0 and 1.
/// - [`LossError::ShapeMismatch`] when the shapes differ.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let losses = pinball(&array![8.0, 12.0], &array![10.0, 10.0], 0.75)?;
/// assert_eq!(losses, array![1.5, 0.5]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: loss
pub fn pinball<D: Dimension>(
    predictions: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
    level: f64,
) -> Result<Array<f64, D>, LossError> {
    check_level(level)?;
    elementwise(predictions, targets, |prediction, target| {
        let residual = prediction - target;
        if residual < 0.0 {
            -level * residual
        } else {
            (1.0 - level) * residual
        }
    })
}
// ANCHOR_END: loss

/// A subgradient of [`pinball`] with respect to each prediction.
///
/// ```text
/// ∂ℓ/∂ŷ = −q       if ŷ < y
///          0       if ŷ = y, where every value from −q to 1 − q is one
///          1 − q   if ŷ > y
/// ```
///
/// # Shapes and units
///
/// - `predictions`, `targets`, `level`: as in [`pinball`].
/// - output: the shape of the inputs; without unit. NaN gives NaN.
///
/// # Errors
///
/// As [`pinball`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = pinball_gradient(&array![8.0, 12.0], &array![10.0, 10.0], 0.75)?;
/// assert_eq!(gradient, array![-0.75, 0.25]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: gradient
pub fn pinball_gradient<D: Dimension>(
    predictions: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
    level: f64,
) -> Result<Array<f64, D>, LossError> {
    check_level(level)?;
    elementwise(predictions, targets, |prediction, target| {
        let residual = prediction - target;
        if residual > 0.0 {
            1.0 - level
        } else if residual < 0.0 {
            -level
        } else {
            // Zero at the kink, and NaN where the residual is NaN.
            residual.abs()
        }
    })
}
// ANCHOR_END: gradient

fn check_level(level: f64) -> Result<(), LossError> {
    if level > 0.0 && level < 1.0 {
        return Ok(());
    }
    let (name, domain) = ("level", "strictly between 0 and 1");
    Err(LossError::InvalidParameter {
        name,
        domain,
        value: level,
    })
}
