//! Negative log-likelihood and deviance of Poisson counts.
//!
//! Source: J. A. Nelder and R. W. M. Wedderburn, "Generalized Linear Models",
//! J. R. Statist. Soc. A 135 (1972), 370–384, <https://doi.org/10.2307/2344614>.

use std::f64::consts::TAU;

use ndarray::{Array, ArrayRef, Dimension};

use crate::LossError;
use crate::checks::{check_labels, check_same_shape};
use crate::elementwise::{elementwise, weighted};

/// Negative log-likelihood of each count, unreduced.
///
/// ```text
/// ℓ(z, y) = e^z − y z + ln y!        where z = ln μ
/// ```
///
/// # Shapes and units
///
/// - `log_means`: any shape; the logarithm of the expected count. With an
///   exposure, add its logarithm to that of the rate.
/// - `counts`: the same shape; 0, 1, 2, …
/// - output: the same shape; in nats. At z = −∞ it is 0 for the count 0 and +∞
///   otherwise; at z = +∞ it is +∞ or NaN; NaN gives NaN.
///
/// # Errors
///
/// - [`LossError::ShapeMismatch`] when the shapes differ.
/// - [`LossError::InvalidLabel`] when a count is negative, not whole, infinite
///   or NaN.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// // One event expected, two seen: probability e⁻¹ / 2.
/// let losses = poisson_negative_log_likelihood(&array![0.0], &array![2.0])?;
/// assert_relative_eq!(losses[0], 1.0 + 2.0_f64.ln());
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: loss
pub fn poisson_negative_log_likelihood<D: Dimension>(
    log_means: &ArrayRef<f64, D>,
    counts: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    check(log_means, counts)?;
    elementwise(log_means, counts, |log_mean, count| {
        log_mean.exp() - weighted(count, log_mean) + ln_factorial(count)
    })
}
// ANCHOR_END: loss

/// Derivative of [`poisson_negative_log_likelihood`] with respect to each
/// logarithm of a mean.
///
/// ```text
/// ∂ℓ/∂z = e^z − y = μ − y
/// ```
///
/// # Shapes and units
///
/// - `log_means`, `counts`: as in [`poisson_negative_log_likelihood`].
/// - output: the same shape; in nats. NaN gives NaN.
///
/// # Errors
///
/// As [`poisson_negative_log_likelihood`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = poisson_negative_log_likelihood_gradient(&array![0.0], &array![2.0])?;
/// assert_eq!(gradient, array![-1.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: gradient
pub fn poisson_negative_log_likelihood_gradient<D: Dimension>(
    log_means: &ArrayRef<f64, D>,
    counts: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    check(log_means, counts)?;
    elementwise(log_means, counts, |log_mean, count| log_mean.exp() - count)
}
// ANCHOR_END: gradient

/// Poisson deviance of each count: twice what the likelihood loses against a
/// mean that equals the count.
///
/// ```text
/// d(z, y) = 2 (y ln(y / μ) − y + μ)        where z = ln μ, and 0 ln 0 = 0
/// ```
///
/// # Shapes and units
///
/// - `log_means`, `counts`: as in [`poisson_negative_log_likelihood`].
/// - output: the same shape; in nats, at least 0. Its gradient is twice
///   [`poisson_negative_log_likelihood_gradient`].
///
/// # Errors
///
/// As [`poisson_negative_log_likelihood`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let deviances = poisson_deviance(&array![0.0, 3.0_f64.ln()], &array![0.0, 3.0])?;
/// assert_relative_eq!(deviances, array![2.0, 0.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: deviance
pub fn poisson_deviance<D: Dimension>(
    log_means: &ArrayRef<f64, D>,
    counts: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    check(log_means, counts)?;
    elementwise(log_means, counts, |log_mean, count| {
        if count == 0.0 {
            return 2.0 * log_mean.exp();
        }
        // With e = ln(μ / y) it is 2 y (e^e − 1 − e): no difference of large terms.
        let excess = log_mean - count.ln();
        2.0 * count * (excess.exp_m1() - excess)
    })
}
// ANCHOR_END: deviance

/// ln y! of a whole number.
fn ln_factorial(count: f64) -> f64 {
    if count < 32.0 {
        let mut product = 1.0;
        let mut factor = 2.0;
        while factor <= count {
            product *= factor;
            factor += 1.0;
        }
        return product.ln();
    }
    // Stirling's series; its next term is below 2e-14 at 32, and falls.
    let inverse = 1.0 / count;
    let correction = inverse / 12.0 - inverse.powi(3) / 360.0 + inverse.powi(5) / 1260.0;
    (count + 0.5) * count.ln() - count + 0.5 * TAU.ln() + correction
}

fn check<D: Dimension>(
    log_means: &ArrayRef<f64, D>,
    counts: &ArrayRef<f64, D>,
) -> Result<(), LossError> {
    check_same_shape(("log_means", log_means.shape()), ("counts", counts.shape()))?;
    check_labels(("counts", counts), "a count: 0, 1, 2, …", |it| {
        it >= 0.0 && it.is_finite() && it.fract() == 0.0
    })
}
