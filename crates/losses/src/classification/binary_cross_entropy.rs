//! Binary cross-entropy, also called log loss or logistic loss.
//!
//! Source: D. R. Cox, "The Regression Analysis of Binary Sequences",
//! J. R. Statist. Soc. B 20 (1958), 215–232,
//! <https://doi.org/10.1111/j.2517-6161.1958.tb00292.x>.

use ndarray::{Array, ArrayRef, Dimension};

use crate::LossError;
use crate::checks::{check_labels, check_probabilities, check_same_shape};
use crate::classification::sigmoid::sigmoid_at;
use crate::elementwise::{elementwise, weighted};

/// Binary cross-entropy of each logit, unreduced and without overflow.
///
/// ```text
/// ℓ(z, y) = −y ln σ(z) − (1 − y) ln(1 − σ(z))
///         = ln(1 + e^−|z|) + (1 − y) |z|    if z > 0
///           ln(1 + e^−|z|) + y |z|          otherwise
/// ```
///
/// # Shapes and units
///
/// - `logits`: any shape; log-odds in nats.
/// - `labels`: the same shape; in [0, 1]. A label strictly between is soft: the
///   probability of class 1.
/// - output: the same shape; in nats.
/// - At a logit of +∞: 0 for the label 1, otherwise +∞. At −∞: 0 for the label
///   0, otherwise +∞. At NaN: NaN.
///
/// # Errors
///
/// - [`LossError::ShapeMismatch`] when the shapes differ.
/// - [`LossError::InvalidLabel`] when a label is outside [0, 1] or NaN.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let losses = binary_cross_entropy_with_logits(&array![0.0, 1000.0], &array![1.0, 0.0])?;
/// assert_relative_eq!(losses, array![2.0_f64.ln(), 1000.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: binary_cross_entropy_with_logits
pub fn binary_cross_entropy_with_logits<D: Dimension>(
    logits: &ArrayRef<f64, D>,
    labels: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    check(("logits", logits), labels)?;
    elementwise(logits, labels, |logit, label| {
        let weight_of_wrong_class = if logit > 0.0 { 1.0 - label } else { label };
        (-logit.abs()).exp().ln_1p() + weighted(weight_of_wrong_class, logit.abs())
    })
}
// ANCHOR_END: binary_cross_entropy_with_logits

/// Derivative of [`binary_cross_entropy_with_logits`] with respect to each logit.
///
/// ```text
/// ∂ℓ/∂z = σ(z) − y
/// ```
///
/// # Shapes and units
///
/// - `logits`, `labels`: as in [`binary_cross_entropy_with_logits`].
/// - output: the same shape; a difference of probabilities, exact to about
///   1e-16. At an infinite logit: its limit. At NaN: NaN.
///
/// # Errors
///
/// As [`binary_cross_entropy_with_logits`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient =
///     binary_cross_entropy_with_logits_gradient(&array![0.0, 1000.0], &array![1.0, 0.0])?;
/// assert_eq!(gradient, array![-0.5, 1.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: binary_cross_entropy_with_logits_gradient
pub fn binary_cross_entropy_with_logits_gradient<D: Dimension>(
    logits: &ArrayRef<f64, D>,
    labels: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    check(("logits", logits), labels)?;
    elementwise(logits, labels, |logit, label| {
        // Of two numbers near 1 the difference would be lost: where σ(z) is
        // above ½, both are replaced by what they miss to 1.
        if logit > 0.0 {
            (1.0 - label) - sigmoid_at(-logit)
        } else {
            sigmoid_at(logit) - label
        }
    })
}
// ANCHOR_END: binary_cross_entropy_with_logits_gradient

/// Binary cross-entropy of each probability, unreduced.
///
/// Prefer [`binary_cross_entropy_with_logits`]: a probability in `f64` cannot
/// come closer to 1 than 1.1e-16, so no loss beyond 36.7 exists on that side
/// but +∞.
///
/// ```text
/// ℓ(p, y) = −y ln p − (1 − y) ln(1 − p)        with 0 ln 0 = 0
/// ```
///
/// # Shapes and units
///
/// - `probabilities`: any shape; of class 1.
/// - `labels`: the same shape; in [0, 1].
/// - output: the same shape; in nats.
/// - At p = 0: 0 for the label 0, otherwise +∞. At p = 1: 0 for the label 1,
///   otherwise +∞. At NaN: NaN.
///
/// # Errors
///
/// - [`LossError::ShapeMismatch`] when the shapes differ.
/// - [`LossError::InvalidLabel`] when a label is outside [0, 1] or NaN.
/// - [`LossError::ProbabilityOutOfRange`] when a probability is outside [0, 1].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let losses = binary_cross_entropy(&array![0.25, 0.0], &array![1.0, 0.0])?;
/// assert_relative_eq!(losses, array![4.0_f64.ln(), 0.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: binary_cross_entropy
pub fn binary_cross_entropy<D: Dimension>(
    probabilities: &ArrayRef<f64, D>,
    labels: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    check(("probabilities", probabilities), labels)?;
    check_probabilities("probabilities", probabilities)?;
    elementwise(probabilities, labels, |probability, label| {
        weighted(label, -probability.ln()) + weighted(1.0 - label, -(-probability).ln_1p())
    })
}
// ANCHOR_END: binary_cross_entropy

/// Derivative of [`binary_cross_entropy`] with respect to each probability.
///
/// ```text
/// ∂ℓ/∂p = (p − y) / (p (1 − p))
/// ```
///
/// # Shapes and units
///
/// - `probabilities`, `labels`: as in [`binary_cross_entropy`].
/// - output: the same shape; in nats.
/// - For the label 0: 1 / (1 − p), which is 1 at p = 0 and +∞ at p = 1. For the
///   label 1: −1 / p, which is −∞ at p = 0 and −1 at p = 1. For a soft label:
///   −∞ at p = 0, +∞ at p = 1. At NaN: NaN.
///
/// # Errors
///
/// As [`binary_cross_entropy`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = binary_cross_entropy_gradient(&array![0.25, 0.0], &array![1.0, 0.0])?;
/// assert_eq!(gradient, array![-4.0, 1.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: binary_cross_entropy_gradient
pub fn binary_cross_entropy_gradient<D: Dimension>(
    probabilities: &ArrayRef<f64, D>,
    labels: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    check(("probabilities", probabilities), labels)?;
    check_probabilities("probabilities", probabilities)?;
    elementwise(probabilities, labels, |probability, label| {
        // −0 is a probability too, and 1 / −0 would have the wrong sign.
        let probability = probability.abs();
        // For a hard label one factor cancels; left in, it makes 0 / 0.
        if label == 0.0 {
            1.0 / (1.0 - probability)
        } else if label == 1.0 {
            -1.0 / probability
        } else {
            (probability - label) / (probability * (1.0 - probability))
        }
    })
}
// ANCHOR_END: binary_cross_entropy_gradient

fn check<D: Dimension>(
    (name, predictions): (&'static str, &ArrayRef<f64, D>),
    labels: &ArrayRef<f64, D>,
) -> Result<(), LossError> {
    check_same_shape((name, predictions.shape()), ("labels", labels.shape()))?;
    check_labels(("labels", labels), "in [0, 1]", |label| {
        (0.0..=1.0).contains(&label)
    })
}
