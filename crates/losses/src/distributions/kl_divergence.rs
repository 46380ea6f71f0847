//! Kullback–Leibler divergence of discrete distributions.
//!
//! Source: S. Kullback and R. A. Leibler, "On Information and Sufficiency",
//! Ann. Math. Statist. 22 (1951), 79–86, <https://doi.org/10.1214/aoms/1177729694>.
//!
//! The arguments stand in the order of the notation, KL(p ‖ q): p is the
//! distribution that the expectation is taken over. The forward divergence has
//! the target first, `kl_divergence(target, model)`, the reverse one the model.
//! PyTorch's `kl_div(input, target)` has the opposite order, and a logarithm as
//! its first argument.

use ndarray::{Array1, Array2, ArrayRef2, Zip};

use crate::LossError;
use crate::checks::{check_distributions, check_log_distributions, check_same_shape};
use crate::distributions::log_ratio;

/// Kullback–Leibler divergence KL(p ‖ q) of each row, unreduced.
///
/// ```text
/// KL(p ‖ q) = ∑ⱼ pⱼ ln(pⱼ / qⱼ)        with 0 ln(0 / q) = 0 for all q ≥ 0
/// ```
///
/// # Shapes and units
///
/// - `p`, `q`: (n, k); each row is a distribution, see [`crate::SUM_TOLERANCE`].
/// - output: (n); in nats. +∞ where q is 0 and p is not. NaN in a row gives NaN.
/// - Not negative but for rounding, and for rows that miss 1 within the tolerance.
///
/// # Errors
///
/// - [`LossError::ShapeMismatch`] when the shapes differ.
/// - [`LossError::ProbabilityOutOfRange`] when a probability is negative.
/// - [`LossError::NotADistribution`] when a row does not sum to 1.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let fair = array![[0.5, 0.5]];
/// let certain = array![[1.0, 0.0]];
/// assert_relative_eq!(kl_divergence(&certain, &fair)?, array![2.0_f64.ln()]);
/// assert_eq!(kl_divergence(&fair, &certain)?, array![f64::INFINITY]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: kl_divergence
pub fn kl_divergence(p: &ArrayRef2<f64>, q: &ArrayRef2<f64>) -> Result<Array1<f64>, LossError> {
    check(p, q)?;
    Ok(Zip::from(p.rows()).and(q.rows()).map_collect(|p, q| {
        Zip::from(p).and(q).fold(0.0, |divergence, &p, &q| {
            // 0 ln 0 = 0; a NaN is not hidden by it.
            let term = if p == 0.0 && !q.is_nan() {
                0.0
            } else {
                p * log_ratio(p, q)
            };
            divergence + term
        })
    }))
}
// ANCHOR_END: kl_divergence

/// Partial derivatives of [`kl_divergence`] with respect to each pⱼ.
///
/// The coordinates are treated as free. On the simplex, where they sum to 1,
/// only differences within a row matter: adding a constant changes nothing.
///
/// ```text
/// ∂KL/∂pⱼ = ln(pⱼ / qⱼ) + 1
/// ```
///
/// # Shapes and units
///
/// - `p`, `q`: as in [`kl_divergence`].
/// - output: (n, k); in nats. −∞ where only p is 0, +∞ where only q is 0, NaN
///   where both are: the derivative does not exist.
///
/// # Errors
///
/// As [`kl_divergence`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = kl_divergence_gradient_p(&array![[0.5, 0.5]], &array![[0.25, 0.75]])?;
/// assert_relative_eq!(gradient[[0, 0]] - gradient[[0, 1]], 3.0_f64.ln());
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: kl_divergence_gradient_p
pub fn kl_divergence_gradient_p(
    p: &ArrayRef2<f64>,
    q: &ArrayRef2<f64>,
) -> Result<Array2<f64>, LossError> {
    check(p, q)?;
    Ok(Zip::from(p)
        .and(q)
        .map_collect(|&p, &q| log_ratio(p, q) + 1.0))
}
// ANCHOR_END: kl_divergence_gradient_p

/// Partial derivatives of [`kl_divergence`] with respect to each qⱼ.
///
/// The coordinates are treated as free; on the simplex only differences within
/// a row matter.
///
/// ```text
/// ∂KL/∂qⱼ = −pⱼ / qⱼ
/// ```
///
/// # Shapes and units
///
/// - `p`, `q`: as in [`kl_divergence`].
/// - output: (n, k); in nats. 0 where p is 0, −∞ where only q is 0.
///
/// # Errors
///
/// As [`kl_divergence`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = kl_divergence_gradient_q(&array![[0.5, 0.5]], &array![[0.25, 0.75]])?;
/// assert_relative_eq!(gradient, array![[-2.0, -2.0 / 3.0]]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: kl_divergence_gradient_q
pub fn kl_divergence_gradient_q(
    p: &ArrayRef2<f64>,
    q: &ArrayRef2<f64>,
) -> Result<Array2<f64>, LossError> {
    check(p, q)?;
    Ok(Zip::from(p).and(q).map_collect(|&p, &q| {
        // `abs`, because −0 is a probability too, and p / −0 would be −∞.
        if p == 0.0 && !q.is_nan() {
            0.0
        } else {
            -(p / q.abs())
        }
    }))
}
// ANCHOR_END: kl_divergence_gradient_q

/// [`kl_divergence`] of distributions that are given by their logarithms, for
/// probabilities that would underflow.
///
/// ```text
/// KL(p ‖ q) = ∑ⱼ exp(ln pⱼ) (ln pⱼ − ln qⱼ)
/// ```
///
/// # Shapes and units
///
/// - `log_p`, `log_q`: (n, k); in nats, the exponentials of each row sum to 1.
///   −∞ is the logarithm of the probability 0.
/// - output: (n); in nats. +∞ where `log_q` is −∞ and `log_p` is not. NaN in a
///   row gives NaN.
///
/// # Errors
///
/// - [`LossError::ShapeMismatch`] when the shapes differ.
/// - [`LossError::NotADistribution`] when the exponentials of a row do not sum to 1.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let log_p = log_softmax(&array![[0.0, 0.0]])?;
/// let log_q = log_softmax(&array![[0.0, 2000.0]])?;
/// let divergence = kl_divergence_from_log_probabilities(&log_p, &log_q)?;
/// assert_relative_eq!(divergence, array![1000.0 - 2.0_f64.ln()]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: kl_divergence_from_log_probabilities
pub fn kl_divergence_from_log_probabilities(
    log_p: &ArrayRef2<f64>,
    log_q: &ArrayRef2<f64>,
) -> Result<Array1<f64>, LossError> {
    check_same_shape(("log_p", log_p.shape()), ("log_q", log_q.shape()))?;
    check_log_distributions("log_p", log_p)?;
    check_log_distributions("log_q", log_q)?;
    Ok(Zip::from(log_p.rows())
        .and(log_q.rows())
        .map_collect(|log_p, log_q| {
            Zip::from(log_p)
                .and(log_q)
                .fold(0.0, |divergence, &log_p, &log_q| {
                    let log_ratio = log_p - log_q;
                    let term = if log_p == f64::NEG_INFINITY && !log_q.is_nan() {
                        0.0
                    } else if log_ratio == f64::INFINITY {
                        // q lacks support; the weight exp(log_p) may have underflowed to 0.
                        log_ratio
                    } else {
                        log_p.exp() * log_ratio
                    };
                    divergence + term
                })
        }))
}
// ANCHOR_END: kl_divergence_from_log_probabilities

fn check(p: &ArrayRef2<f64>, q: &ArrayRef2<f64>) -> Result<(), LossError> {
    check_same_shape(("p", p.shape()), ("q", q.shape()))?;
    check_distributions("p", p)?;
    check_distributions("q", q)
}
