//! Kullback–Leibler divergence of two normal distributions, in closed form.
//!
//! Source: S. Kullback and R. A. Leibler, "On Information and Sufficiency",
//! Ann. Math. Statist. 22 (1951), 79–86, <https://doi.org/10.1214/aoms/1177729694>.

use crate::LossError;
use crate::checks::check_positive;
use crate::distributions::log_ratio;

/// A normal distribution on the real line.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gaussian = Gaussian::new(0.0, 2.0)?;
/// assert_eq!(gaussian.standard_deviation(), 2.0);
/// assert!(Gaussian::new(0.0, 0.0).is_err());
/// # Ok::<(), LossError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gaussian {
    mean: f64,
    standard_deviation: f64,
}

impl Gaussian {
    /// The normal distribution of this mean and standard deviation, which is
    /// the square root of the variance.
    ///
    /// # Errors
    ///
    /// [`LossError::InvalidParameter`] unless `mean` is finite and
    /// `standard_deviation` is positive and finite.
    pub fn new(mean: f64, standard_deviation: f64) -> Result<Self, LossError> {
        if !mean.is_finite() {
            let (name, domain) = ("mean", "finite");
            return Err(LossError::InvalidParameter {
                name,
                domain,
                value: mean,
            });
        }
        check_positive("standard_deviation", standard_deviation)?;
        Ok(Self {
            mean,
            standard_deviation,
        })
    }

    /// The mean μ.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// The standard deviation σ, in the unit of the mean.
    #[must_use]
    pub fn standard_deviation(&self) -> f64 {
        self.standard_deviation
    }
}

/// Kullback–Leibler divergence KL(p ‖ q) of two normal distributions.
///
/// ```text
/// KL(p ‖ q) = ln(σ_q / σ_p) + (σ_p² + (μ_p − μ_q)²) / (2 σ_q²) − ½
/// ```
///
/// # Shapes and units
///
/// - `p`, `q`: in the same unit.
/// - output: a number, in nats; 0 when p = q, +∞ when it overflows.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let p = Gaussian::new(0.0, 1.0)?;
/// let q = Gaussian::new(1.0, 2.0)?;
/// assert_relative_eq!(gaussian_kl_divergence(p, q), 2.0_f64.ln() - 0.25);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: gaussian_kl_divergence
#[must_use]
pub fn gaussian_kl_divergence(p: Gaussian, q: Gaussian) -> f64 {
    let shift = (p.mean - q.mean) / q.standard_deviation;
    // σ_p² / σ_q² − 1, written as a product, since the difference cancels.
    let excess = (p.standard_deviation - q.standard_deviation) / q.standard_deviation;
    let variance_excess = excess * (excess + 2.0);
    0.5 * shift * shift + 0.5 * variance_excess
        - log_ratio(p.standard_deviation, q.standard_deviation)
}
// ANCHOR_END: gaussian_kl_divergence

/// The gradient of [`gaussian_kl_divergence`] with respect to its first argument.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GaussianGradient {
    /// Derivative with respect to the mean of p.
    pub mean: f64,
    /// Derivative with respect to the standard deviation of p.
    pub standard_deviation: f64,
}

/// Gradient of [`gaussian_kl_divergence`] with respect to the mean and the
/// standard deviation of p.
///
/// ```text
/// ∂KL/∂μ_p = (μ_p − μ_q) / σ_q²
/// ∂KL/∂σ_p = σ_p / σ_q² − 1 / σ_p
/// ```
///
/// # Shapes and units
///
/// - `p`, `q`: in the same unit.
/// - output: nats per that unit.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let p = Gaussian::new(0.0, 1.0)?;
/// let q = Gaussian::new(1.0, 2.0)?;
/// let gradient = gaussian_kl_divergence_gradient(p, q);
/// assert_eq!((gradient.mean, gradient.standard_deviation), (-0.25, -0.75));
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: gaussian_kl_divergence_gradient
#[must_use]
pub fn gaussian_kl_divergence_gradient(p: Gaussian, q: Gaussian) -> GaussianGradient {
    GaussianGradient {
        // Divided twice: the square of σ_q may overflow or underflow.
        mean: (p.mean - q.mean) / q.standard_deviation / q.standard_deviation,
        standard_deviation: p.standard_deviation / q.standard_deviation / q.standard_deviation
            - 1.0 / p.standard_deviation,
    }
}
// ANCHOR_END: gaussian_kl_divergence_gradient
