//! Negative log-likelihood of a normal distribution whose mean and variance
//! are both predicted.
//!
//! Source: M. Seitzer, A. Tavakoli, D. Antić and G. Martius, "On the Pitfalls of
//! Heteroscedastic Uncertainty Estimation with Probabilistic Neural Networks",
//! ICLR 2022, <https://arxiv.org/abs/2203.09168>.

use std::f64::consts::TAU;

use ndarray::{Array, ArrayRef, Dimension, Zip};

use crate::LossError;
use crate::checks::check_same_shape;

/// Negative log-likelihood of each target under a normal distribution, unreduced.
///
/// ```text
/// ℓ(μ, s) = ½ (s + (μ − y)² e⁻ˢ + ln 2π)        where s = ln σ²
/// ```
///
/// # Shapes and units
///
/// - `means`, `targets`: any shape, the same one; in the unit of the target.
/// - `log_variances`: the same shape; any real number, the logarithm of the
///   square of that unit.
/// - output: the same shape; in nats, and negative where the density exceeds 1.
/// - NaN gives NaN; an infinite residual +∞.
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
/// let losses = gaussian_negative_log_likelihood(&array![1.0], &array![0.0], &array![3.0])?;
/// let density = (-2.0_f64).exp() / std::f64::consts::TAU.sqrt();
/// assert_relative_eq!(losses[0], -density.ln());
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: loss
pub fn gaussian_negative_log_likelihood<D: Dimension>(
    means: &ArrayRef<f64, D>,
    log_variances: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    check(means, log_variances, targets)?;
    let predictions = Zip::from(means).and(log_variances).and(targets);
    Ok(predictions.map_collect(|&mean, &log_variance, &target| {
        let standardized = standardized(mean - target, log_variance);
        0.5 * (log_variance + standardized * standardized + TAU.ln())
    }))
}
// ANCHOR_END: loss

/// The gradient of [`gaussian_negative_log_likelihood`].
#[derive(Clone, Debug, PartialEq)]
pub struct GaussianLikelihoodGradient<D: Dimension> {
    /// Derivative with respect to each mean.
    pub means: Array<f64, D>,
    /// Derivative with respect to each log-variance.
    pub log_variances: Array<f64, D>,
}

/// Gradient of [`gaussian_negative_log_likelihood`] with respect to the means
/// and the log-variances.
///
/// ```text
/// ∂ℓ/∂μ = (μ − y) e⁻ˢ
/// ∂ℓ/∂s = ½ (1 − (μ − y)² e⁻ˢ)
/// ```
///
/// # Shapes and units
///
/// - `means`, `log_variances`, `targets`: as in
///   [`gaussian_negative_log_likelihood`].
/// - output: twice that shape; in nats per unit of the mean, and in nats.
///
/// # Errors
///
/// As [`gaussian_negative_log_likelihood`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient =
///     gaussian_negative_log_likelihood_gradient(&array![1.0], &array![0.0], &array![3.0])?;
/// assert_eq!((gradient.means[0], gradient.log_variances[0]), (-2.0, -1.5));
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: gradient
pub fn gaussian_negative_log_likelihood_gradient<D: Dimension>(
    means: &ArrayRef<f64, D>,
    log_variances: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
) -> Result<GaussianLikelihoodGradient<D>, LossError> {
    check(means, log_variances, targets)?;
    let zip = || Zip::from(means).and(log_variances).and(targets);
    Ok(GaussianLikelihoodGradient {
        means: zip().map_collect(|&mean, &log_variance, &target| {
            standardized(standardized(mean - target, log_variance), log_variance)
        }),
        log_variances: zip().map_collect(|&mean, &log_variance, &target| {
            let standardized = standardized(mean - target, log_variance);
            0.5 * (1.0 - standardized * standardized)
        }),
    })
}
// ANCHOR_END: gradient

/// The residual in standard deviations; no variance is formed, which could
/// overflow where its root does not.
fn standardized(residual: f64, log_variance: f64) -> f64 {
    // 0 · ∞: no residual is no residual, however small the variance.
    if residual == 0.0 && !log_variance.is_nan() {
        residual
    } else {
        residual * (-0.5 * log_variance).exp()
    }
}

fn check<D: Dimension>(
    means: &ArrayRef<f64, D>,
    log_variances: &ArrayRef<f64, D>,
    targets: &ArrayRef<f64, D>,
) -> Result<(), LossError> {
    let means = ("means", means.shape());
    check_same_shape(means, ("log_variances", log_variances.shape()))?;
    check_same_shape(means, ("targets", targets.shape()))
}
