//! The logistic sigmoid, and softplus, of which it is the derivative.
//!
//! Sources: D. R. Cox, "The Regression Analysis of Binary Sequences",
//! J. R. Statist. Soc. B 20 (1958), 215–232,
//! <https://doi.org/10.1111/j.2517-6161.1958.tb00292.x>; C. Dugas, Y. Bengio,
//! F. Bélisle, C. Nadeau and R. Garcia, "Incorporating Second-Order Functional
//! Knowledge for Better Option Pricing", NIPS 13 (2000).

use ndarray::{Array, ArrayRef, Dimension};

/// Logistic sigmoid of each logit: the probability whose log-odds it is.
///
/// ```text
/// σ(z) = 1 / (1 + e⁻ᶻ) = eᶻ / (1 + eᶻ)
/// ```
///
/// # Shapes and units
///
/// - `logits`: any shape; log-odds in nats.
/// - output: the same shape; probabilities, accurate in both tails.
/// - 0 at −∞, 1 at +∞, NaN at NaN.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let probabilities = sigmoid(&array![0.0, 3.0_f64.ln(), -1000.0]);
/// assert_relative_eq!(probabilities, array![0.5, 0.75, 0.0]);
/// ```
// ANCHOR: sigmoid
#[must_use]
pub fn sigmoid<D: Dimension>(logits: &ArrayRef<f64, D>) -> Array<f64, D> {
    logits.map(|&logit| sigmoid_at(logit))
}

pub(crate) fn sigmoid_at(logit: f64) -> f64 {
    // The exponent is never positive, so that the exponential cannot overflow.
    if logit >= 0.0 {
        1.0 / (1.0 + (-logit).exp())
    } else {
        let odds = logit.exp();
        odds / (1.0 + odds)
    }
}
// ANCHOR_END: sigmoid

/// Softplus of each logit, the smooth max(z, 0).
///
/// ```text
/// softplus(z) = ln(1 + eᶻ) = max(z, 0) + ln(1 + e^−|z|)
/// ```
///
/// # Shapes and units
///
/// - `logits`: any shape; in nats.
/// - output: the same shape; in nats, accurate in both tails.
/// - 0 at −∞, +∞ at +∞, NaN at NaN.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let values = softplus(&array![0.0, 1000.0, -1000.0]);
/// assert_relative_eq!(values, array![2.0_f64.ln(), 1000.0, 0.0]);
/// ```
// ANCHOR: softplus
#[must_use]
pub fn softplus<D: Dimension>(logits: &ArrayRef<f64, D>) -> Array<f64, D> {
    logits.map(|&logit| logit.max(0.0) + (-logit.abs()).exp().ln_1p())
}
// ANCHOR_END: softplus
