//! Contrastive loss of pairs of embeddings.
//!
//! Source: R. Hadsell, S. Chopra and Y. LeCun, "Dimensionality Reduction by
//! Learning an Invariant Mapping", CVPR 2006, 1735–1742,
//! <https://doi.org/10.1109/CVPR.2006.100>. Their label is Y = 0 for a similar
//! pair and 1 for a dissimilar one; later code often has it the other way
//! round, so that here a pair says which it is.

use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2, Zip};

use crate::LossError;
use crate::checks::{check_one_per_row, check_positive, check_same_shape};
use crate::embeddings::distance::{distance, half_squared_distance};

/// Whether the two embeddings of a pair belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pair {
    /// They do, and are pulled together.
    Similar,
    /// They do not, and are pushed apart until their distance is the margin.
    Dissimilar,
}

/// Contrastive loss of each pair, unreduced.
///
/// ```text
/// ℓ = ½ d²              if similar         where d = ‖first − second‖
///     ½ max(0, m − d)²  if dissimilar
/// ```
///
/// # Shapes and units
///
/// - `first`, `second`: (n, dimension), one embedding per row.
/// - `pairs`: (n).
/// - `margin`: m, the distance a dissimilar pair should keep; a distance.
/// - output: (n); a distance, squared.
/// - NaN in an embedding gives NaN. Coordinates of a dissimilar pair may be as
///   large as 1e300; ½ d² of a similar one overflows to +∞ beyond about 1.9e154.
///
/// # Errors
///
/// - [`LossError::InvalidParameter`] unless `margin` is positive and finite.
/// - [`LossError::ShapeMismatch`] when the shapes differ, or `pairs` is not as
///   long as there are rows.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let first = array![[0.0, 0.0], [0.0, 0.0]];
/// let second = array![[3.0, 4.0], [3.0, 4.0]];
/// let losses = contrastive(&first, &second, &array![Pair::Similar, Pair::Dissimilar], 7.0)?;
/// assert_eq!(losses, array![12.5, 2.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: loss
pub fn contrastive(
    first: &ArrayRef2<f64>,
    second: &ArrayRef2<f64>,
    pairs: &ArrayRef1<Pair>,
    margin: f64,
) -> Result<Array1<f64>, LossError> {
    check(first, second, pairs, margin)?;
    let rows = Zip::from(first.rows()).and(second.rows()).and(pairs);
    Ok(rows.map_collect(|first, second, &pair| match pair {
        Pair::Similar => half_squared_distance(&first, &second),
        Pair::Dissimilar => {
            let slack = margin - distance(&first, &second);
            // Not `max`, which drops a NaN.
            if slack <= 0.0 {
                0.0
            } else {
                0.5 * slack * slack
            }
        }
    }))
}
// ANCHOR_END: loss

/// Gradient of [`contrastive`] with respect to `first`; with respect to
/// `second` it is the negative of this.
///
/// ```text
/// ∂ℓ/∂first = first − second                    if similar
///             −(m − d) (first − second) / d     if dissimilar and d < m
///             0                                 if dissimilar and d ≥ m
/// ```
///
/// At d = 0 a dissimilar pair has the loss ½ m², a maximum with a kink: every
/// direction leads apart, and none is preferred. The gradient is stated as 0,
/// so a collapsed pair is not pushed apart.
///
/// # Shapes and units
///
/// - arguments: as in [`contrastive`].
/// - output: (n, dimension); a distance. A NaN distance makes the row of a
///   dissimilar pair NaN.
///
/// # Errors
///
/// As [`contrastive`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let first = array![[3.0, 4.0]];
/// let second = array![[0.0, 0.0]];
/// let gradient = contrastive_gradient(&first, &second, &array![Pair::Dissimilar], 7.0)?;
/// assert_relative_eq!(gradient, array![[-1.2, -1.6]]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: gradient
pub fn contrastive_gradient(
    first: &ArrayRef2<f64>,
    second: &ArrayRef2<f64>,
    pairs: &ArrayRef1<Pair>,
    margin: f64,
) -> Result<Array2<f64>, LossError> {
    check(first, second, pairs, margin)?;
    let mut gradient = first - second;
    let rows = Zip::from(gradient.rows_mut())
        .and(first.rows())
        .and(second.rows())
        .and(pairs);
    rows.for_each(|mut difference, first, second, &pair| {
        if pair == Pair::Dissimilar {
            let distance = distance(&first, &second);
            if distance == 0.0 || distance >= margin {
                difference.fill(0.0);
            } else {
                // `0.0 -` rather than `-`, which would make negative zeros.
                difference.mapv_inplace(|it| 0.0 - (margin - distance) * (it / distance));
            }
        }
    });
    Ok(gradient)
}
// ANCHOR_END: gradient

fn check(
    first: &ArrayRef2<f64>,
    second: &ArrayRef2<f64>,
    pairs: &ArrayRef1<Pair>,
    margin: f64,
) -> Result<(), LossError> {
    check_positive("margin", margin)?;
    check_same_shape(("first", first.shape()), ("second", second.shape()))?;
    check_one_per_row(("first", first), ("pairs", pairs))
}
