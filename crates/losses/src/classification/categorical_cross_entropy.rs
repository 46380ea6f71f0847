//! Categorical cross-entropy of a softmax, from logits.
//!
//! Source: J. S. Bridle, "Probabilistic Interpretation of Feedforward
//! Classification Network Outputs, with Relationships to Statistical Pattern
//! Recognition", Neurocomputing (1990), 227–236,
//! <https://doi.org/10.1007/978-3-642-76153-9_28>.

use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2, Zip};

use crate::LossError;
use crate::checks::{
    check_class_of_each_row, check_classes, check_distributions, check_same_shape,
};
use crate::classification::softmax::{shifted_log_sum_exp, softmax};
use crate::elementwise::weighted;

/// Cross-entropy of each row of logits against the index of its class, unreduced.
///
/// ```text
/// ℓ(z, y) = −ln softmax(z)_y = lse(z) − z_y
/// ```
///
/// # Shapes and units
///
/// - `logits`: (n, k), one row per example; in nats. −∞ masks a class.
/// - `labels`: (n); the index of the true class, below k.
/// - output: (n); in nats. The label of a masked class costs +∞.
/// - A row of −∞ throughout gives NaN. A logit of +∞ gives NaN for the label of
///   its class and +∞ for others. NaN gives NaN.
///
/// # Errors
///
/// - [`LossError::ShapeMismatch`] unless there is one label per row.
/// - [`LossError::NoClasses`] when the rows have no columns.
/// - [`LossError::LabelOutOfRange`] when a label is not below k.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let losses = softmax_cross_entropy(&array![[0.0, 0.0], [0.0, 1000.0]], &array![1, 0])?;
/// assert_relative_eq!(losses, array![2.0_f64.ln(), 1000.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: softmax_cross_entropy
pub fn softmax_cross_entropy(
    logits: &ArrayRef2<f64>,
    labels: &ArrayRef1<usize>,
) -> Result<Array1<f64>, LossError> {
    check_class_labels(logits, labels)?;
    Ok(Zip::from(logits.rows())
        .and(labels)
        .map_collect(|row, &label| {
            let (max, log_sum) = shifted_log_sum_exp(&row);
            (max - row[label]) + log_sum
        }))
}
// ANCHOR_END: softmax_cross_entropy

/// Gradient of [`softmax_cross_entropy`] with respect to the logits.
///
/// ```text
/// ∂ℓ/∂zⱼ = softmax(z)ⱼ − 1   if j is the label
///          softmax(z)ⱼ       otherwise
/// ```
///
/// # Shapes and units
///
/// - `logits`, `labels`: as in [`softmax_cross_entropy`].
/// - output: (n, k); each row sums to 0. NaN where [`softmax`] is NaN.
///
/// # Errors
///
/// As [`softmax_cross_entropy`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = softmax_cross_entropy_gradient(&array![[0.0, 0.0]], &array![1])?;
/// assert_eq!(gradient, array![[0.5, -0.5]]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: softmax_cross_entropy_gradient
pub fn softmax_cross_entropy_gradient(
    logits: &ArrayRef2<f64>,
    labels: &ArrayRef1<usize>,
) -> Result<Array2<f64>, LossError> {
    check_class_labels(logits, labels)?;
    let mut gradient = softmax(logits, 1.0)?;
    Zip::from(gradient.rows_mut())
        .and(labels)
        .for_each(|mut row, &label| {
            // p − 1 would be lost where p is near 1; it is minus the sum of the
            // others. 0 · NaN is NaN, so that a NaN stays one.
            row[label] *= 0.0;
            row[label] = 0.0 - row.sum();
        });
    Ok(gradient)
}
// ANCHOR_END: softmax_cross_entropy_gradient

/// Cross-entropy of each row of logits against a distribution over the classes,
/// unreduced: for soft labels, smoothed labels and distillation.
///
/// ```text
/// ℓ(z, t) = −∑ⱼ tⱼ ln softmax(z)ⱼ        with 0 · ∞ = 0
/// ```
///
/// # Shapes and units
///
/// - `logits`: (n, k), one row per example; in nats. −∞ masks a class.
/// - `targets`: (n, k); each row is a distribution, see [`crate::SUM_TOLERANCE`].
/// - output: (n); in nats. A masked class costs 0 if its target is 0, otherwise +∞.
/// - A row of −∞ throughout gives NaN, and so does NaN in either row.
///
/// # Errors
///
/// - [`LossError::ShapeMismatch`] when the shapes differ.
/// - [`LossError::NoClasses`] when the rows have no columns.
/// - [`LossError::ProbabilityOutOfRange`] when a target is negative.
/// - [`LossError::NotADistribution`] when a row of targets does not sum to 1.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let logits = array![[0.0, 0.0, f64::NEG_INFINITY]];
/// let losses = softmax_cross_entropy_with_probabilities(&logits, &array![[0.25, 0.75, 0.0]])?;
/// assert_relative_eq!(losses, array![2.0_f64.ln()]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: softmax_cross_entropy_with_probabilities
pub fn softmax_cross_entropy_with_probabilities(
    logits: &ArrayRef2<f64>,
    targets: &ArrayRef2<f64>,
) -> Result<Array1<f64>, LossError> {
    check_targets(logits, targets)?;
    Ok(Zip::from(logits.rows())
        .and(targets.rows())
        .map_collect(|row, target| {
            let (max, log_sum) = shifted_log_sum_exp(&row);
            Zip::from(row)
                .and(target)
                .fold(0.0, |loss, &logit, &probability| {
                    loss + weighted(probability, (max - logit) + log_sum)
                })
        }))
}
// ANCHOR_END: softmax_cross_entropy_with_probabilities

/// Gradient of [`softmax_cross_entropy_with_probabilities`] with respect to the logits.
///
/// ```text
/// ∂ℓ/∂zⱼ = softmax(z)ⱼ − tⱼ        since ∑ⱼ tⱼ = 1
/// ```
///
/// # Shapes and units
///
/// - `logits`, `targets`: as in [`softmax_cross_entropy_with_probabilities`].
/// - output: (n, k); each row sums to 0. NaN where [`softmax`] is NaN.
///
/// # Errors
///
/// As [`softmax_cross_entropy_with_probabilities`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let (logits, targets) = (array![[0.0, 0.0]], array![[0.25, 0.75]]);
/// let gradient = softmax_cross_entropy_with_probabilities_gradient(&logits, &targets)?;
/// assert_eq!(gradient, array![[0.25, -0.25]]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: softmax_cross_entropy_with_probabilities_gradient
pub fn softmax_cross_entropy_with_probabilities_gradient(
    logits: &ArrayRef2<f64>,
    targets: &ArrayRef2<f64>,
) -> Result<Array2<f64>, LossError> {
    check_targets(logits, targets)?;
    Ok(softmax(logits, 1.0)? - targets)
}
// ANCHOR_END: softmax_cross_entropy_with_probabilities_gradient

fn check_class_labels(logits: &ArrayRef2<f64>, labels: &ArrayRef1<usize>) -> Result<(), LossError> {
    check_class_of_each_row(("logits", logits), ("labels", labels))
}

fn check_targets(logits: &ArrayRef2<f64>, targets: &ArrayRef2<f64>) -> Result<(), LossError> {
    check_same_shape(("logits", logits.shape()), ("targets", targets.shape()))?;
    check_classes("logits", logits)?;
    check_distributions("targets", targets)
}
