//! Log-cosh and pseudo-Huber: Huber's shape without a corner.
//!
//! Sources: R. A. Saleh and A. K. M. E. Saleh, "Statistical Properties of the
//! log-cosh Loss Function Used in Machine Learning", 2022,
//! <https://arxiv.org/abs/2208.04564>; J. T. Barron, "A General and Adaptive
//! Robust Loss Function", CVPR 2019, <https://arxiv.org/abs/1701.03077>.

use std::f64::consts::LN_2;

use ndarray::{Array, ArrayRef, Dimension};

use crate::LossError;
use crate::checks::check_positive;
use crate::elementwise::elementwise;

/// Logarithm of the hyperbolic cosine of each residual, unreduced.
///
/// ```text
/// ℓ(r) = ln cosh r        where r = prediction − target
/// ```
///
/// # Shapes and units
///
/// - `predictions`, `targets`: any shape, the same one; without unit, that is
///   already divided by a scale.
/// - output: the shape of the inputs. NaN gives NaN; an infinite residual +∞.
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
/// let losses = log_cosh(&array![1000.0, 1e-9], &array![0.0, 0.0])?;
/// assert_relative_eq!(losses, array![1000.0 - 2.0_f64.ln(), 5e-19], epsilon = 0.0);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: log_cosh
pub fn log_cosh<D: Dimension>(
    predictions: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    elementwise(predictions, targets, |prediction, target| {
        let residual = (prediction - target).abs();
        if residual > 1.0 {
            // e^r is never formed, so nothing overflows.
            residual + (-2.0 * residual).exp().ln_1p() - LN_2
        } else {
            // cosh r = 1 + 2 sinh²(r/2), so that a small r is not lost beside 1.
            let half = (0.5 * residual).sinh();
            (2.0 * half * half).ln_1p()
        }
    })
}
// ANCHOR_END: log_cosh

/// Derivative of [`log_cosh`] with respect to each prediction.
///
/// ```text
/// ∂ℓ/∂prediction = tanh r        where r = prediction − target
/// ```
///
/// # Shapes and units
///
/// - `predictions`, `targets`: as in [`log_cosh`].
/// - output: the shape of the inputs, in [−1, 1]. NaN gives NaN.
///
/// # Errors
///
/// As [`log_cosh`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = log_cosh_gradient(&array![1000.0, 1e-9], &array![0.0, 0.0])?;
/// assert_eq!(gradient, array![1.0, 1e-9]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: log_cosh_gradient
pub fn log_cosh_gradient<D: Dimension>(
    predictions: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    elementwise(predictions, targets, |prediction, target| {
        (prediction - target).tanh()
    })
}
// ANCHOR_END: log_cosh_gradient

/// Pseudo-Huber loss of each element, unreduced.
///
/// ```text
/// ℓ(r) = δ (√(δ² + r²) − δ)        where r = prediction − target
/// ```
///
/// # Shapes and units
///
/// - `predictions`, `targets`: any shape, the same one; in the unit of the target.
/// - `delta`: a residual, in the unit of the target.
/// - output: the shape of the inputs; in the unit of the target, squared. NaN
///   gives NaN; an infinite residual +∞.
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
/// // √(3² + 4²) − 3 = 2, three times.
/// assert_eq!(pseudo_huber(&array![4.0], &array![0.0], 3.0)?, array![6.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: pseudo_huber
pub fn pseudo_huber<D: Dimension>(
    predictions: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
    delta: f64,
) -> Result<Array<f64, D>, LossError> {
    check_positive("delta", delta)?;
    elementwise(predictions, targets, |prediction, target| {
        let residual = (prediction - target).abs();
        let hypotenuse = delta.hypot(residual);
        if residual > delta {
            delta * (hypotenuse - delta)
        } else {
            // Times the conjugate: the difference would cancel.
            residual * (delta / (hypotenuse + delta)) * residual
        }
    })
}
// ANCHOR_END: pseudo_huber

/// Derivative of [`pseudo_huber`] with respect to each prediction.
///
/// ```text
/// ∂ℓ/∂prediction = r / √(1 + (r/δ)²)        where r = prediction − target
/// ```
///
/// # Shapes and units
///
/// - `predictions`, `targets`, `delta`: as in [`pseudo_huber`].
/// - output: the shape of the inputs, in [−δ, δ]; in the unit of the target.
///   NaN gives NaN.
///
/// # Errors
///
/// As [`pseudo_huber`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = pseudo_huber_gradient(&array![4.0, 1e300], &array![0.0, 0.0], 3.0)?;
/// assert_relative_eq!(gradient, array![2.4, 3.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: pseudo_huber_gradient
pub fn pseudo_huber_gradient<D: Dimension>(
    predictions: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
    delta: f64,
) -> Result<Array<f64, D>, LossError> {
    check_positive("delta", delta)?;
    elementwise(predictions, targets, |prediction, target| {
        let residual = prediction - target;
        // The smaller is divided by the larger, so that no quotient overflows.
        if residual.abs() > delta {
            delta.copysign(residual) / 1.0_f64.hypot(delta / residual)
        } else {
            residual / 1.0_f64.hypot(residual / delta)
        }
    })
}
// ANCHOR_END: pseudo_huber_gradient
