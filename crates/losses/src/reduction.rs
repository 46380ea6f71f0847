//! From one loss per element to one number.

use ndarray::{ArrayRef, Dimension};

use crate::LossError;

// ANCHOR: mean
/// Arithmetic mean of the losses.
///
/// ```text
/// L = (ℓ₁ + … + ℓₙ) / n
/// ```
///
/// The gradient of this mean is the elementwise gradient divided by n.
///
/// # Shapes and units
///
/// - `losses`: any shape; output: a number in the same unit.
/// - NaN if a loss is NaN; +∞ if the sum overflows.
///
/// # Errors
///
/// [`LossError::EmptyInput`] when there are no losses.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// assert_eq!(mean(&array![1.0, 2.0, 6.0])?, 3.0);
/// # Ok::<(), LossError>(())
/// ```
pub fn mean<D: Dimension>(losses: &ArrayRef<f64, D>) -> Result<f64, LossError> {
    losses.mean().ok_or(LossError::EmptyInput)
}
// ANCHOR_END: mean

// ANCHOR: sum
/// Sum of the losses, 0 when there are none.
///
/// ```text
/// L = ℓ₁ + … + ℓₙ
/// ```
///
/// # Shapes and units
///
/// - `losses`: any shape; output: a number in the same unit.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// assert_eq!(sum(&array![1.0, 2.0, 6.0]), 9.0);
/// ```
#[must_use]
pub fn sum<D: Dimension>(losses: &ArrayRef<f64, D>) -> f64 {
    losses.sum()
}
// ANCHOR_END: sum
