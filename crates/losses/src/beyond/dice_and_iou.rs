//! Soft Dice and soft IoU (Jaccard) losses of masks.
//!
//! Sources: F. Milletari, N. Navab and S.-A. Ahmadi, "V-Net: Fully Convolutional
//! Neural Networks for Volumetric Medical Image Segmentation", 3DV 2016,
//! <https://arxiv.org/abs/1606.04797>; M. A. Rahman and Y. Wang, "Optimizing
//! Intersection-Over-Union in Deep Neural Networks for Image Segmentation",
//! ISVC 2016, <https://doi.org/10.1007/978-3-319-50835-1_22>.

use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2, Zip};

use crate::LossError;
use crate::checks::{check_labels, check_not_negative, check_probabilities, check_same_shape};

/// Soft Dice loss of each mask, a row of pixels.
///
/// ```text
/// ℓ = 1 − (2 I + ε) / (P + Y + ε)
///
/// where I = Σ p y, P = Σ p, Y = Σ y
/// ```
///
/// # Shapes and units
///
/// - `probabilities`: (masks, pixels).
/// - `labels`: the same shape; 0 or 1.
/// - `smoothing`: ε, in pixels, at least 0.
/// - output: (masks), in [0, 1]. Where both masks are empty: 0, but NaN for ε = 0.
///
/// # Errors
///
/// - [`LossError::InvalidParameter`] unless `smoothing` is at least 0 and finite.
/// - [`LossError::ShapeMismatch`] when the shapes differ.
/// - [`LossError::ProbabilityOutOfRange`] when a probability is outside [0, 1].
/// - [`LossError::InvalidLabel`] when a label is neither 0 nor 1.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let losses = soft_dice(&array![[1.0, 0.5, 0.5]], &array![[1.0, 1.0, 0.0]], 0.0)?;
/// assert_eq!(losses, array![0.25]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: soft_dice
pub fn soft_dice(
    probabilities: &ArrayRef2<f64>,
    labels: &ArrayRef2<f64>,
    smoothing: f64,
) -> Result<Array1<f64>, LossError> {
    check(probabilities, labels, smoothing)?;
    let masks = Zip::from(probabilities.rows()).and(labels.rows());
    Ok(masks.map_collect(|p, y| {
        let (shared, sum) = (p.dot(&y), p.sum() + y.sum());
        1.0 - (2.0 * shared + smoothing) / (sum + smoothing)
    }))
}
// ANCHOR_END: soft_dice

/// Derivative of [`soft_dice`] with respect to each probability.
///
/// ```text
/// ∂ℓ/∂p = −(2 y (P + Y + ε) − (2 I + ε)) / (P + Y + ε)²
/// ```
///
/// # Shapes and units
///
/// - `probabilities`, `labels`, `smoothing`: as in [`soft_dice`].
/// - output: (masks, pixels).
///
/// # Errors
///
/// As [`soft_dice`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = soft_dice_gradient(&array![[1.0, 0.0]], &array![[1.0, 0.0]], 0.0)?;
/// assert_eq!(gradient, array![[-0.5, 0.5]]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: soft_dice_gradient
pub fn soft_dice_gradient(
    probabilities: &ArrayRef2<f64>,
    labels: &ArrayRef2<f64>,
    smoothing: f64,
) -> Result<Array2<f64>, LossError> {
    check(probabilities, labels, smoothing)?;
    Ok(each_mask(probabilities, labels, |p, y| {
        let above = 2.0 * p.dot(y) + smoothing;
        let below = p.sum() + y.sum() + smoothing;
        // d(above) = 2y, d(below) = 1.
        y.mapv(|y| (above / below - 2.0 * y) / below)
    }))
}
// ANCHOR_END: soft_dice_gradient

/// Soft IoU (Jaccard) loss of each mask, a row of pixels.
///
/// ```text
/// ℓ = 1 − (I + ε) / (P + Y − I + ε)
///
/// where I = Σ p y, P = Σ p, Y = Σ y
/// ```
///
/// # Shapes and units
///
/// As [`soft_dice`].
///
/// # Errors
///
/// As [`soft_dice`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let losses = soft_iou(&array![[1.0, 0.5, 0.5]], &array![[1.0, 1.0, 0.0]], 0.0)?;
/// assert_relative_eq!(losses, array![0.4]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: soft_iou
pub fn soft_iou(
    probabilities: &ArrayRef2<f64>,
    labels: &ArrayRef2<f64>,
    smoothing: f64,
) -> Result<Array1<f64>, LossError> {
    check(probabilities, labels, smoothing)?;
    let masks = Zip::from(probabilities.rows()).and(labels.rows());
    Ok(masks.map_collect(|p, y| {
        let shared = p.dot(&y);
        let union = p.sum() + y.sum() - shared;
        1.0 - (shared + smoothing) / (union + smoothing)
    }))
}
// ANCHOR_END: soft_iou

/// Derivative of [`soft_iou`] with respect to each probability.
///
/// ```text
/// ∂ℓ/∂p = −(y (U + ε) − (1 − y) (I + ε)) / (U + ε)²        where U = P + Y − I
/// ```
///
/// # Shapes and units
///
/// - `probabilities`, `labels`, `smoothing`: as in [`soft_dice`].
/// - output: (masks, pixels).
///
/// # Errors
///
/// As [`soft_dice`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = soft_iou_gradient(&array![[1.0, 0.0]], &array![[1.0, 0.0]], 0.0)?;
/// assert_eq!(gradient, array![[-1.0, 1.0]]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: soft_iou_gradient
pub fn soft_iou_gradient(
    probabilities: &ArrayRef2<f64>,
    labels: &ArrayRef2<f64>,
    smoothing: f64,
) -> Result<Array2<f64>, LossError> {
    check(probabilities, labels, smoothing)?;
    Ok(each_mask(probabilities, labels, |p, y| {
        let shared = p.dot(y);
        let above = shared + smoothing;
        let below = p.sum() + y.sum() - shared + smoothing;
        // d(above) = y, d(below) = 1 − y.
        y.mapv(|y| ((1.0 - y) * (above / below) - y) / below)
    }))
}
// ANCHOR_END: soft_iou_gradient

fn each_mask(
    probabilities: &ArrayRef2<f64>,
    labels: &ArrayRef2<f64>,
    gradient: impl Fn(&ArrayRef1<f64>, &ArrayRef1<f64>) -> Array1<f64>,
) -> Array2<f64> {
    let mut gradients = Array2::zeros(probabilities.raw_dim());
    Zip::from(gradients.rows_mut())
        .and(probabilities.rows())
        .and(labels.rows())
        .for_each(|mut row, p, y| row.assign(&gradient(&p, &y)));
    gradients
}

fn check(
    probabilities: &ArrayRef2<f64>,
    labels: &ArrayRef2<f64>,
    smoothing: f64,
) -> Result<(), LossError> {
    check_not_negative("smoothing", smoothing)?;
    check_same_shape(
        ("probabilities", probabilities.shape()),
        ("labels", labels.shape()),
    )?;
    check_probabilities("probabilities", probabilities)?;
    check_labels(("labels", labels), "0 or 1", |label| {
        label == 0.0 || label == 1.0
    })
}
