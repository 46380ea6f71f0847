//! What the generator of a GAN minimizes, from the logits of the discriminator.
//!
//! Source: I. Goodfellow et al., "Generative Adversarial Networks", 2014,
//! <https://arxiv.org/abs/1406.2661>.

use ndarray::{Array, ArrayRef, Dimension};

use crate::classification::sigmoid::{sigmoid, softplus};

/// Minimax loss of the generator for each generated example, unreduced.
///
/// ```text
/// ℓ = ln(1 − D) = −softplus(z)        where D = σ(z)
/// ```
///
/// # Shapes and units
///
/// - `logits`: z, of the discriminator for generated examples: positive means
///   "looks real".
/// - output: the same shape; in nats, never positive. NaN gives NaN.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// assert_relative_eq!(minimax_generator(&array![0.0])[0], -2.0_f64.ln());
/// ```
// ANCHOR: minimax_generator
#[must_use]
pub fn minimax_generator<D: Dimension>(logits: &ArrayRef<f64, D>) -> Array<f64, D> {
    -softplus(logits)
}
// ANCHOR_END: minimax_generator

/// Gradient of [`minimax_generator`]: it vanishes where the discriminator
/// recognizes the example.
///
/// ```text
/// ∂ℓ/∂z = −σ(z)
/// ```
///
/// # Shapes and units
///
/// - `logits`: as in [`minimax_generator`].
/// - output: the same shape; between −1 and 0.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// assert_eq!(minimax_generator_gradient(&array![0.0]), array![-0.5]);
/// ```
// ANCHOR: minimax_generator_gradient
#[must_use]
pub fn minimax_generator_gradient<D: Dimension>(logits: &ArrayRef<f64, D>) -> Array<f64, D> {
    -sigmoid(logits)
}
// ANCHOR_END: minimax_generator_gradient

/// Non-saturating loss of the generator for each generated example, unreduced:
/// binary cross-entropy with the wrong label on purpose.
///
/// ```text
/// ℓ = −ln D = softplus(−z)        where D = σ(z)
/// ```
///
/// # Shapes and units
///
/// - `logits`: as in [`minimax_generator`].
/// - output: the same shape; in nats, never negative. NaN gives NaN.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// assert_relative_eq!(non_saturating_generator(&array![0.0])[0], 2.0_f64.ln());
/// ```
// ANCHOR: non_saturating_generator
#[must_use]
pub fn non_saturating_generator<D: Dimension>(logits: &ArrayRef<f64, D>) -> Array<f64, D> {
    softplus(&logits.mapv(|it| -it))
}
// ANCHOR_END: non_saturating_generator

/// Gradient of [`non_saturating_generator`]: it is largest where the
/// discriminator recognizes the example.
///
/// ```text
/// ∂ℓ/∂z = −σ(−z)
/// ```
///
/// # Shapes and units
///
/// - `logits`: as in [`minimax_generator`].
/// - output: the same shape; between −1 and 0.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// assert_eq!(non_saturating_generator_gradient(&array![0.0]), array![-0.5]);
/// ```
// ANCHOR: non_saturating_generator_gradient
#[must_use]
pub fn non_saturating_generator_gradient<D: Dimension>(logits: &ArrayRef<f64, D>) -> Array<f64, D> {
    -sigmoid(&logits.mapv(|it| -it))
}
// ANCHOR_END: non_saturating_generator_gradient
