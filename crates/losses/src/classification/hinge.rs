//! Hinge loss, the loss of the soft-margin support vector machine.
//!
//! Source: C. Cortes and V. Vapnik, "Support-Vector Networks", Machine Learning
//! 20 (1995), 273–297, <https://doi.org/10.1007/BF00994018>.

use ndarray::{Array, ArrayRef, Dimension};

use crate::LossError;
use crate::checks::{check_labels, check_same_shape};
use crate::elementwise::elementwise;

/// Hinge loss of each score, unreduced.
///
/// ```text
/// ℓ(f, y) = max(0, 1 − y f)        where y f is the margin
/// ```
///
/// # Shapes and units
///
/// - `scores`: any shape; raw scores f, neither classes nor probabilities.
/// - `labels`: the same shape; −1 or +1.
/// - output: the same shape; in the unit of the score.
/// - An infinite score gives 0 on the right side, +∞ on the wrong one. NaN gives NaN.
///
/// # Errors
///
/// - [`LossError::ShapeMismatch`] when the shapes differ.
/// - [`LossError::InvalidLabel`] when a label is neither −1 nor +1.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let losses = hinge(&array![-1.0, 0.5, 2.0], &array![1.0, 1.0, 1.0])?;
/// assert_eq!(losses, array![2.0, 0.5, 0.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: loss
pub fn hinge<D: Dimension>(
    scores: &ArrayRef<f64, D>,
    labels: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    check(scores, labels)?;
    elementwise(scores, labels, |score, label| {
        let margin = label * score;
        // Not `max`, which drops a NaN.
        if margin >= 1.0 { 0.0 } else { 1.0 - margin }
    })
}
// ANCHOR_END: loss

/// Subgradient of [`hinge`] with respect to each score.
///
/// ```text
/// ∂ℓ/∂f = −y  if y f < 1
///          0  if y f ≥ 1        (at 1, of the subgradients between −y and 0)
/// ```
///
/// # Shapes and units
///
/// - `scores`, `labels`: as in [`hinge`].
/// - output: the same shape; without unit. NaN gives NaN.
///
/// # Errors
///
/// As [`hinge`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = hinge_gradient(&array![-1.0, 0.5, 1.0], &array![1.0, -1.0, 1.0])?;
/// assert_eq!(gradient, array![-1.0, 1.0, 0.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: gradient
pub fn hinge_gradient<D: Dimension>(
    scores: &ArrayRef<f64, D>,
    labels: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    check(scores, labels)?;
    elementwise(scores, labels, |score, label| {
        let margin = label * score;
        if margin < 1.0 {
            -label
        } else if margin >= 1.0 {
            0.0
        } else {
            f64::NAN
        }
    })
}
// ANCHOR_END: gradient

fn check<D: Dimension>(
    scores: &ArrayRef<f64, D>,
    labels: &ArrayRef<f64, D>,
) -> Result<(), LossError> {
    check_same_shape(("scores", scores.shape()), ("labels", labels.shape()))?;
    check_labels(("labels", labels), "-1 or +1", |label| label.abs() == 1.0)
}
