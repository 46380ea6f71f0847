//! Jensen–Shannon divergence.
//!
//! Source: J. Lin, "Divergence Measures Based on the Shannon Entropy", IEEE
//! Transactions on Information Theory 37 (1991), 145–151,
//! <https://doi.org/10.1109/18.61115>.

use std::f64::consts::LN_2;

use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2, Zip};

use crate::LossError;
use crate::checks::{check_distributions, check_same_shape};
use crate::distributions::log_ratio;

/// Jensen–Shannon divergence of each pair of rows, unreduced.
///
/// ```text
/// JS(p, q) = ½ KL(p ‖ m) + ½ KL(q ‖ m)        where m = ½ (p + q)
/// ```
///
/// # Shapes and units
///
/// - `p`, `q`: (n, k), a distribution in each row.
/// - output: (n); in nats, between 0 and ln 2. NaN gives NaN. Symmetric, and
///   finite whatever the supports are.
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
/// let (p, q) = (array![[1.0, 0.0]], array![[0.0, 1.0]]);
/// assert_relative_eq!(jensen_shannon(&p, &q)?[0], 2.0_f64.ln());
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: jensen_shannon
pub fn jensen_shannon(p: &ArrayRef2<f64>, q: &ArrayRef2<f64>) -> Result<Array1<f64>, LossError> {
    check(p, q)?;
    Ok(Zip::from(p.rows())
        .and(q.rows())
        .map_collect(|p, q| divergence(&p, &q)))
}
// ANCHOR_END: jensen_shannon

// ANCHOR: divergence
/// ∑ ½ m ((1 + t) ln(1 + t) + (1 − t) ln(1 − t)) with t = (p − q) / (p + q): for
/// p ≈ q the terms of the definition cancel, these do not.
fn divergence(p: &ArrayRef1<f64>, q: &ArrayRef1<f64>) -> f64 {
    Zip::from(p).and(q).fold(0.0, |sum, &p, &q| {
        let (m, t) = (0.5 * p + 0.5 * q, (p - q) / (p + q));
        sum + if m == 0.0 {
            0.0
        } else if t.abs() == 1.0 {
            m * LN_2
        } else {
            0.5 * m * ((-t * t).ln_1p() + 2.0 * t * t.atanh())
        }
    })
}
// ANCHOR_END: divergence

/// Partial derivatives of [`jensen_shannon`] with respect to each pⱼ, which are
/// treated as free; on the simplex only differences within a row matter.
///
/// ```text
/// ∂JS/∂pⱼ = ½ ln(pⱼ / mⱼ)
/// ```
///
/// # Shapes and units
///
/// - `p`, `q`: as in [`jensen_shannon`].
/// - output: (n, k); in nats, at most ½ ln 2. −∞ where only p is 0; where both
///   are 0 there is a corner, and it is stated as 0.
///
/// # Errors
///
/// As [`jensen_shannon`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = jensen_shannon_gradient(&array![[0.5, 0.5]], &array![[0.0, 1.0]])?;
/// assert_relative_eq!(gradient[[0, 0]], 0.5 * 2.0_f64.ln());
/// assert_relative_eq!(gradient[[0, 1]], 0.5 * (2.0_f64 / 3.0).ln());
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: jensen_shannon_gradient
pub fn jensen_shannon_gradient(
    p: &ArrayRef2<f64>,
    q: &ArrayRef2<f64>,
) -> Result<Array2<f64>, LossError> {
    check(p, q)?;
    Ok(Zip::from(p).and(q).map_collect(|&p, &q| {
        if p == 0.0 && q == 0.0 {
            0.0
        } else {
            0.5 * log_ratio(p, 0.5 * p + 0.5 * q)
        }
    }))
}
// ANCHOR_END: jensen_shannon_gradient

fn check(p: &ArrayRef2<f64>, q: &ArrayRef2<f64>) -> Result<(), LossError> {
    check_same_shape(("p", p.shape()), ("q", q.shape()))?;
    check_distributions("p", p)?;
    check_distributions("q", q)
}
