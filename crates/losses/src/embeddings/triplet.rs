//! Triplet loss: an anchor is to be nearer to its positive than to its negative.
//!
//! Source: F. Schroff, D. Kalenichenko and J. Philbin, "FaceNet: A Unified
//! Embedding for Face Recognition and Clustering", CVPR 2015, 815–823,
//! <https://doi.org/10.1109/CVPR.2015.7298682>, <https://arxiv.org/abs/1503.03832>.
//! The paper has squared distances of unit vectors: [`triplet_squared`].

use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2, Zip};

use crate::LossError;
use crate::checks::{check_positive, check_same_shape};
use crate::embeddings::distance::{distance, squared_distance};

/// Triplet loss of each row with plain Euclidean distances, unreduced.
///
/// ```text
/// ℓ = max(0, d(a, p) − d(a, n) + m)        where d(x, y) = ‖x − y‖
/// ```
///
/// # Shapes and units
///
/// - `anchors`, `positives`, `negatives`: (n, dimension), one embedding per row.
/// - `margin`: m, by how much the negative is to be farther; a distance.
/// - output: (n); a distance. NaN in an embedding gives NaN. Coordinates may be
///   as large as 1e300.
///
/// # Errors
///
/// - [`LossError::InvalidParameter`] unless `margin` is positive and finite.
/// - [`LossError::ShapeMismatch`] when the shapes differ.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let losses = triplet(&array![[0.0, 0.0]], &array![[3.0, 4.0]], &array![[0.0, 4.5]], 1.0)?;
/// assert_eq!(losses, array![1.5]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: triplet
pub fn triplet(
    anchors: &ArrayRef2<f64>,
    positives: &ArrayRef2<f64>,
    negatives: &ArrayRef2<f64>,
    margin: f64,
) -> Result<Array1<f64>, LossError> {
    check(anchors, positives, negatives, margin)?;
    let rows = Zip::from(anchors.rows())
        .and(positives.rows())
        .and(negatives.rows());
    Ok(rows.map_collect(|anchor, positive, negative| {
        let violation = distance(&anchor, &positive) - distance(&anchor, &negative) + margin;
        // Not `max`, which drops a NaN.
        if violation <= 0.0 { 0.0 } else { violation }
    }))
}
// ANCHOR_END: triplet

/// Triplet loss of each row with squared distances, as in FaceNet, unreduced.
///
/// ```text
/// ℓ = max(0, d(a, p)² − d(a, n)² + m)        where d(x, y) = ‖x − y‖
/// ```
///
/// # Shapes and units
///
/// - `anchors`, `positives`, `negatives`: (n, dimension), one embedding per row.
/// - `margin`: m; a distance, squared.
/// - output: (n); a distance, squared. NaN in an embedding gives NaN, and so do
///   two squared distances that both overflow (beyond about 1e154).
///
/// # Errors
///
/// As [`triplet`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let (anchors, positives) = (array![[0.0, 0.0]], array![[3.0, 4.0]]);
/// let losses = triplet_squared(&anchors, &positives, &array![[0.0, 4.5]], 1.0)?;
/// assert_eq!(losses, array![5.75]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: triplet_squared
pub fn triplet_squared(
    anchors: &ArrayRef2<f64>,
    positives: &ArrayRef2<f64>,
    negatives: &ArrayRef2<f64>,
    margin: f64,
) -> Result<Array1<f64>, LossError> {
    check(anchors, positives, negatives, margin)?;
    let rows = Zip::from(anchors.rows())
        .and(positives.rows())
        .and(negatives.rows());
    Ok(rows.map_collect(|anchor, positive, negative| {
        let violation =
            squared_distance(&anchor, &positive) - squared_distance(&anchor, &negative) + margin;
        if violation <= 0.0 { 0.0 } else { violation }
    }))
}
// ANCHOR_END: triplet_squared

/// The gradient of a triplet loss; the three parts sum to zero.
#[derive(Clone, Debug, PartialEq)]
pub struct TripletGradient {
    /// Derivatives with respect to the anchors, (n, dimension).
    pub anchors: Array2<f64>,
    /// Derivatives with respect to the positives, (n, dimension).
    pub positives: Array2<f64>,
    /// Derivatives with respect to the negatives, (n, dimension).
    pub negatives: Array2<f64>,
}

/// Gradient of [`triplet`] with respect to all three embeddings.
///
/// ```text
/// ∂ℓ/∂p = (p − a) / d(a, p)        if ℓ > 0, otherwise 0
/// ∂ℓ/∂n = (a − n) / d(a, n)        if ℓ > 0, otherwise 0
/// ∂ℓ/∂a = −∂ℓ/∂p − ∂ℓ/∂n
/// ```
///
/// A distance of 0 has a kink and no direction: its part is stated as 0. At the
/// kink where d(a, p) − d(a, n) + m = 0 the gradient is stated as 0 as well.
///
/// # Shapes and units
///
/// - arguments: as in [`triplet`].
/// - output: each (n, dimension); without unit. A NaN distance makes the
///   affected rows NaN.
///
/// # Errors
///
/// As [`triplet`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient =
///     triplet_gradient(&array![[0.0, 0.0]], &array![[3.0, 4.0]], &array![[0.0, 4.5]], 1.0)?;
/// assert_relative_eq!(gradient.positives, array![[0.6, 0.8]]);
/// assert_relative_eq!(gradient.negatives, array![[0.0, -1.0]]);
/// assert_relative_eq!(gradient.anchors, array![[-0.6, 0.2]], epsilon = 1e-15);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: triplet_gradient
pub fn triplet_gradient(
    anchors: &ArrayRef2<f64>,
    positives: &ArrayRef2<f64>,
    negatives: &ArrayRef2<f64>,
    margin: f64,
) -> Result<TripletGradient, LossError> {
    let losses = triplet(anchors, positives, negatives, margin)?;
    let unit = |difference: f64, distance| {
        if distance == 0.0 {
            0.0
        } else {
            difference / distance
        }
    };
    Ok(gradient_of_active(
        (anchors, positives, negatives),
        &losses,
        unit,
    ))
}
// ANCHOR_END: triplet_gradient

/// Gradient of [`triplet_squared`] with respect to all three embeddings.
///
/// ```text
/// ∂ℓ/∂p = 2 (p − a)        if ℓ > 0, otherwise 0
/// ∂ℓ/∂n = 2 (a − n)        if ℓ > 0, otherwise 0
/// ∂ℓ/∂a = 2 (n − p)        if ℓ > 0, otherwise 0
/// ```
///
/// At the kink where d(a, p)² − d(a, n)² + m = 0 the gradient is stated as 0.
/// A collapsed triplet, a = p = n, has the loss m and the gradient 0.
///
/// # Shapes and units
///
/// - arguments: as in [`triplet_squared`].
/// - output: each (n, dimension); a distance.
///
/// # Errors
///
/// As [`triplet_squared`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let (anchors, positives) = (array![[0.0, 0.0]], array![[3.0, 4.0]]);
/// let gradient = triplet_squared_gradient(&anchors, &positives, &array![[0.0, 4.5]], 1.0)?;
/// assert_eq!(gradient.positives, array![[6.0, 8.0]]);
/// assert_eq!(gradient.negatives, array![[0.0, -9.0]]);
/// assert_eq!(gradient.anchors, array![[-6.0, 1.0]]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: triplet_squared_gradient
pub fn triplet_squared_gradient(
    anchors: &ArrayRef2<f64>,
    positives: &ArrayRef2<f64>,
    negatives: &ArrayRef2<f64>,
    margin: f64,
) -> Result<TripletGradient, LossError> {
    let losses = triplet_squared(anchors, positives, negatives, margin)?;
    Ok(gradient_of_active(
        (anchors, positives, negatives),
        &losses,
        |difference, _| 2.0 * difference,
    ))
}
// ANCHOR_END: triplet_squared_gradient

// ANCHOR: gradient_of_active
/// The gradient of the rows whose loss is positive, from the derivative of the
/// distance with respect to one coordinate, `slope(difference, distance)`.
fn gradient_of_active(
    (anchors, positives, negatives): (&ArrayRef2<f64>, &ArrayRef2<f64>, &ArrayRef2<f64>),
    losses: &ArrayRef1<f64>,
    slope: impl Fn(f64, f64) -> f64,
) -> TripletGradient {
    let slopes = |from: &ArrayRef2<f64>, to: &ArrayRef2<f64>| {
        let mut slopes = to - from;
        let rows = Zip::from(slopes.rows_mut())
            .and(from.rows())
            .and(to.rows())
            .and(losses);
        rows.for_each(|mut row, from, to, &loss| {
            let distance = distance(&from, &to);
            row.mapv_inplace(|it| {
                if loss == 0.0 {
                    0.0
                } else {
                    slope(it, distance)
                }
            });
        });
        slopes
    };
    let positives = slopes(anchors, positives);
    let negatives = slopes(negatives, anchors);
    // Moving all three together changes no distance: the parts sum to zero.
    let anchors = Zip::from(&positives)
        .and(&negatives)
        .map_collect(|p, n| 0.0 - p - n);
    TripletGradient {
        anchors,
        positives,
        negatives,
    }
}
// ANCHOR_END: gradient_of_active

fn check(
    anchors: &ArrayRef2<f64>,
    positives: &ArrayRef2<f64>,
    negatives: &ArrayRef2<f64>,
    margin: f64,
) -> Result<(), LossError> {
    check_positive("margin", margin)?;
    check_same_shape(
        ("anchors", anchors.shape()),
        ("positives", positives.shape()),
    )?;
    check_same_shape(
        ("anchors", anchors.shape()),
        ("negatives", negatives.shape()),
    )
}
