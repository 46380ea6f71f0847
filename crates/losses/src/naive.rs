//! The wrong ways that the book warns of. **Do not use these.**
//!
//! Each function is the textbook formula typed as it stands, and each fails on
//! finite inputs; the examples print how. They are generic over [`f32`] and
//! [`f64`], because precision is the subject, and they check nothing: of two
//! slices the longer one is cut.

use ndarray::NdFloat;

/// Sigmoid as 1 / (1 + e⁻ᶻ): the intermediate e⁻ᶻ overflows, in `f32` from
/// z = −89 on, and the result is 0 where the sigmoid is not.
///
/// ```
/// use losses::naive;
///
/// assert_eq!(naive::sigmoid(-89.0_f32), 0.0);
/// assert!((-89.0_f32).exp() > 0.0);
/// ```
// ANCHOR: sigmoid
#[must_use]
pub fn sigmoid<F: NdFloat>(logit: F) -> F {
    F::one() / (F::one() + (-logit).exp())
}
// ANCHOR_END: sigmoid

/// Binary cross-entropy as the logarithm of a sigmoid: +∞ or NaN once the
/// sigmoid has rounded to 0 or 1.
///
/// ```
/// use losses::naive;
///
/// assert_eq!(naive::binary_cross_entropy_with_logits(40.0, 0.0), f64::INFINITY);
/// assert!(naive::binary_cross_entropy_with_logits(40.0_f64, 1.0).is_nan());
/// ```
// ANCHOR: binary_cross_entropy_with_logits
#[must_use]
pub fn binary_cross_entropy_with_logits<F: NdFloat>(logit: F, label: F) -> F {
    let probability = sigmoid(logit);
    -label * probability.ln() - (F::one() - label) * (F::one() - probability).ln()
}
// ANCHOR_END: binary_cross_entropy_with_logits

/// Softmax without the shift by the maximum: NaN once an exponential overflows
/// or all underflow.
///
/// ```
/// use losses::naive;
///
/// assert!(naive::softmax(&[1000.0_f64, 0.0])[0].is_nan());
/// assert!(naive::softmax(&[-1000.0_f64, -1000.0])[0].is_nan());
/// ```
// ANCHOR: softmax
#[must_use]
pub fn softmax<F: NdFloat>(logits: &[F]) -> Vec<F> {
    let sum = logits
        .iter()
        .fold(F::zero(), |sum, logit| sum + logit.exp());
    logits.iter().map(|logit| logit.exp() / sum).collect()
}
// ANCHOR_END: softmax

/// Log-softmax as the logarithm of a softmax: −∞ where the probability
/// underflows, NaN where the softmax is.
///
/// ```
/// use losses::naive;
///
/// assert_eq!(naive::log_softmax(&[0.0, -1000.0])[1], f64::NEG_INFINITY);
/// ```
// ANCHOR: log_softmax
#[must_use]
pub fn log_softmax<F: NdFloat>(logits: &[F]) -> Vec<F> {
    softmax(logits).into_iter().map(F::ln).collect()
}
// ANCHOR_END: log_softmax

/// Log-sum-exp without the shift by the maximum: +∞ once an exponential
/// overflows, −∞ once all underflow.
///
/// ```
/// use losses::naive;
///
/// assert_eq!(naive::log_sum_exp(&[1000.0, 0.0]), f64::INFINITY);
/// ```
// ANCHOR: log_sum_exp
#[must_use]
pub fn log_sum_exp<F: NdFloat>(logits: &[F]) -> F {
    logits
        .iter()
        .fold(F::zero(), |sum, logit| sum + logit.exp())
        .ln()
}
// ANCHOR_END: log_sum_exp

/// KL divergence with ε added to both sides: finite where the divergence is
/// +∞, with a value that ε chooses.
///
/// ```
/// use losses::naive;
///
/// let p = [1.0, 0.0];
/// let q = [0.0, 1.0];
/// let coarse = naive::kl_divergence_with_epsilon(&p, &q, 1e-5);
/// let fine = naive::kl_divergence_with_epsilon(&p, &q, 1e-10);
/// assert!(11.0 < coarse && coarse < 12.0);
/// assert!(23.0 < fine && fine < 24.0);
/// ```
// ANCHOR: kl_divergence_with_epsilon
#[must_use]
pub fn kl_divergence_with_epsilon<F: NdFloat>(p: &[F], q: &[F], epsilon: F) -> F {
    p.iter().zip(q).fold(F::zero(), |divergence, (&p, &q)| {
        divergence + p * ((p + epsilon) / (q + epsilon)).ln()
    })
}
// ANCHOR_END: kl_divergence_with_epsilon

/// Gradient of the Euclidean distance with respect to `first`: NaN where the
/// points coincide, since the square root has no derivative at 0.
///
/// ```
/// use losses::naive;
///
/// assert!(naive::euclidean_distance_gradient(&[1.0_f64, 2.0], &[1.0, 2.0])[0].is_nan());
/// ```
// ANCHOR: euclidean_distance_gradient
#[must_use]
pub fn euclidean_distance_gradient<F: NdFloat>(first: &[F], second: &[F]) -> Vec<F> {
    let differences = || {
        first
            .iter()
            .zip(second)
            .map(|(&first, &second)| first - second)
    };
    let distance = differences()
        .fold(F::zero(), |sum, it| sum + it * it)
        .sqrt();
    differences()
        .map(|difference| difference / distance)
        .collect()
}
// ANCHOR_END: euclidean_distance_gradient
