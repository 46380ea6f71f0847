//! Focal loss: cross-entropy in which easy examples fade.
//!
//! Source: T.-Y. Lin, P. Goyal, R. Girshick, K. He and P. Dollár, "Focal Loss
//! for Dense Object Detection", ICCV 2017, <https://arxiv.org/abs/1708.02002>.

use ndarray::{Array, ArrayRef, Dimension};

use crate::LossError;
use crate::checks::{check_labels, check_not_negative, check_same_shape};
use crate::classification::sigmoid::sigmoid_at;
use crate::elementwise::{elementwise, weighted};

/// The two parameters of focal loss, by name, since both are plain numbers.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let of_the_paper = Focal { gamma: 2.0, alpha: Some(0.25) };
/// let unweighted = Focal { gamma: 2.0, alpha: None };
/// # let _ = (of_the_paper, unweighted);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Focal {
    /// How fast easy examples fade; 0 is cross-entropy.
    pub gamma: f64,
    /// The weight of label 1, that of label 0 being `1 − alpha`; `None` weighs
    /// both with 1.
    pub alpha: Option<f64>,
}

/// Focal loss of each logit, unreduced.
///
/// ```text
/// ℓ(z, y) = −α_t (1 − p_t)^γ ln p_t
///
/// where p_t = σ(z),  α_t = α        if y = 1
///       p_t = σ(−z), α_t = 1 − α    if y = 0
/// ```
///
/// # Shapes and units
///
/// - `logits`: any shape.
/// - `labels`: the same shape; 0 or 1.
/// - output: the same shape; in nats. An infinite logit on the right side gives
///   0, on the wrong side +∞; NaN gives NaN.
///
/// # Errors
///
/// - [`LossError::InvalidParameter`] unless gamma is at least 0 and finite, and
///   alpha in [0, 1].
/// - [`LossError::ShapeMismatch`] when the shapes differ.
/// - [`LossError::InvalidLabel`] when a label is neither 0 nor 1.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// // At p = 1/2 the factor is 1/4.
/// let focal = Focal { gamma: 2.0, alpha: None };
/// let losses = focal_with_logits(&array![0.0], &array![1.0], focal)?;
/// assert_relative_eq!(losses[0], 0.25 * 2.0_f64.ln());
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: loss
pub fn focal_with_logits<D: Dimension>(
    logits: &ArrayRef<f64, D>,
    labels: &ArrayRef<f64, D>,
    focal: Focal,
) -> Result<Array<f64, D>, LossError> {
    check(logits, labels, focal)?;
    elementwise(logits, labels, |logit, label| {
        // The logit of the label: positive when the prediction is right.
        let right = if label == 1.0 { logit } else { -logit };
        let fade = sigmoid_at(-right).powf(focal.gamma);
        weighted(weight(label, focal) * fade, softplus_at(-right))
    })
}
// ANCHOR_END: loss

/// Derivative of [`focal_with_logits`] with respect to each logit.
///
/// ```text
/// ∂ℓ/∂z = ±α_t (1 − p_t)^γ (γ p_t ln p_t − (1 − p_t))     + if y = 1, − if y = 0
/// ```
///
/// # Shapes and units
///
/// - `logits`, `labels`: as in [`focal_with_logits`].
/// - output: the same shape; in nats. An infinite logit on the right side gives
///   0, on the wrong side ∓α_t; NaN gives NaN.
///
/// # Errors
///
/// As [`focal_with_logits`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let focal = Focal { gamma: 2.0, alpha: None };
/// let gradient = focal_with_logits_gradient(&array![0.0], &array![1.0], focal)?;
/// assert_relative_eq!(gradient[0], -0.25 * (2.0_f64.ln() + 0.5));
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: gradient
pub fn focal_with_logits_gradient<D: Dimension>(
    logits: &ArrayRef<f64, D>,
    labels: &ArrayRef<f64, D>,
    focal: Focal,
) -> Result<Array<f64, D>, LossError> {
    check(logits, labels, focal)?;
    elementwise(logits, labels, |logit, label| {
        let sign = if label == 1.0 { 1.0 } else { -1.0 };
        let (p, q) = (sigmoid_at(sign * logit), sigmoid_at(-sign * logit));
        let surprise = softplus_at(-sign * logit);
        let pull = focal.gamma * weighted(p, surprise) + q;
        -sign * weight(label, focal) * q.powf(focal.gamma) * pull
    })
}
// ANCHOR_END: gradient

fn weight(label: f64, focal: Focal) -> f64 {
    match focal.alpha {
        None => 1.0,
        Some(alpha) if label == 1.0 => alpha,
        Some(alpha) => 1.0 - alpha,
    }
}

/// ln(1 + e^z), without overflow.
fn softplus_at(logit: f64) -> f64 {
    // `max` would turn NaN into 0; the second term keeps it.
    logit.max(0.0) + (-logit.abs()).exp().ln_1p()
}

fn check<D: Dimension>(
    logits: &ArrayRef<f64, D>,
    labels: &ArrayRef<f64, D>,
    focal: Focal,
) -> Result<(), LossError> {
    check_not_negative("gamma", focal.gamma)?;
    if let Some(alpha) = focal.alpha.filter(|it| !(0.0..=1.0).contains(it)) {
        let (name, domain) = ("alpha", "in [0, 1]");
        return Err(LossError::InvalidParameter {
            name,
            domain,
            value: alpha,
        });
    }
    check_same_shape(("logits", logits.shape()), ("labels", labels.shape()))?;
    check_labels(("labels", labels), "0 or 1", |label| {
        label == 0.0 || label == 1.0
    })
}
