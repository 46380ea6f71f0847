//! InfoNCE: which of the candidates is the positive one?
//!
//! Sources: A. van den Oord, Y. Li and O. Vinyals, "Representation Learning
//! with Contrastive Predictive Coding", 2018, <https://arxiv.org/abs/1807.03748>;
//! T. Chen, S. Kornblith, M. Norouzi and G. Hinton, "A Simple Framework for
//! Contrastive Learning of Visual Representations", ICML 2020,
//! <https://arxiv.org/abs/2002.05709> (NT-Xent); A. Radford et al., "Learning
//! Transferable Visual Models From Natural Language Supervision", ICML 2021,
//! <https://arxiv.org/abs/2103.00020> (the symmetric form).

use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2, Axis, Zip};

use crate::LossError;
use crate::checks::{check_class_of_each_row, check_positive, check_same_shape};
use crate::{softmax_cross_entropy, softmax_cross_entropy_gradient};

/// InfoNCE of each anchor, unreduced: softmax cross-entropy over its candidates.
///
/// ```text
/// ℓ = −ln( exp(s₊ / τ) / ∑ⱼ exp(sⱼ / τ) )        the sum includes the positive
/// ```
///
/// # Shapes and units
///
/// - `similarities`: s, (n, N), those of one anchor per row; −∞ takes a
///   candidate out.
/// - `positives`: (n), the column of the positive.
/// - `temperature`: τ, in the unit of the similarities.
/// - output: (n); in nats. NaN gives NaN.
///
/// # Errors
///
/// - [`LossError::InvalidParameter`] unless `temperature` is positive and finite.
/// - [`LossError::ShapeMismatch`] unless there is one positive per row.
/// - [`LossError::NoClasses`] when there are no candidates.
/// - [`LossError::LabelOutOfRange`] when a positive is no column.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let losses = info_nce(&array![[0.5, 0.5, 0.5, 0.5]], &array![0], 0.1)?;
/// assert_relative_eq!(losses[0], 4.0_f64.ln());
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: info_nce
pub fn info_nce(
    similarities: &ArrayRef2<f64>,
    positives: &ArrayRef1<usize>,
    temperature: f64,
) -> Result<Array1<f64>, LossError> {
    check(similarities, positives, temperature)?;
    softmax_cross_entropy(&similarities.mapv(|it| it / temperature), positives)
}
// ANCHOR_END: info_nce

/// Gradient of [`info_nce`] with respect to the similarities.
///
/// ```text
/// ∂ℓ/∂s₊ = −(1 − p₊) / τ        ∂ℓ/∂sⱼ = pⱼ / τ        p = softmax(s / τ)
/// ```
///
/// # Shapes and units
///
/// - arguments: as in [`info_nce`].
/// - output: (n, N); in nats per unit of similarity. Each row sums to 0.
///
/// # Errors
///
/// As [`info_nce`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = info_nce_gradient(&array![[0.5, 0.5]], &array![0], 0.1)?;
/// assert_relative_eq!(gradient, array![[-5.0, 5.0]]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: info_nce_gradient
pub fn info_nce_gradient(
    similarities: &ArrayRef2<f64>,
    positives: &ArrayRef1<usize>,
    temperature: f64,
) -> Result<Array2<f64>, LossError> {
    check(similarities, positives, temperature)?;
    let logits = similarities.mapv(|it| it / temperature);
    Ok(softmax_cross_entropy_gradient(&logits, positives)? / temperature)
}
// ANCHOR_END: info_nce_gradient

/// The symmetric loss of CLIP for each pair, unreduced: the mean of
/// [`info_nce`] along its row and along its column.
///
/// ```text
/// ℓᵢ = −½ ln softmax(row i / τ)ᵢ − ½ ln softmax(column i / τ)ᵢ
/// ```
///
/// # Shapes and units
///
/// - `similarities`: (n, n); the pairs are on the diagonal.
/// - `temperature`: τ.
/// - output: (n); in nats.
///
/// # Errors
///
/// - [`LossError::InvalidParameter`] unless `temperature` is positive and finite.
/// - [`LossError::ShapeMismatch`] unless `similarities` is a square.
/// - [`LossError::NoClasses`] when it is empty.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let losses = symmetric_info_nce(&array![[1.0, 0.0], [0.0, 1.0]], 1.0)?;
/// assert_relative_eq!(losses[0], (1.0 + (-1.0_f64).exp()).ln(), max_relative = 1e-15);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: symmetric_info_nce
pub fn symmetric_info_nce(
    similarities: &ArrayRef2<f64>,
    temperature: f64,
) -> Result<Array1<f64>, LossError> {
    check_square(similarities)?;
    let diagonal = Array1::from_iter(0..similarities.nrows());
    let by_row = info_nce(similarities, &diagonal, temperature)?;
    let by_column = info_nce(&similarities.t(), &diagonal, temperature)?;
    Ok((by_row + by_column) / 2.0)
}
// ANCHOR_END: symmetric_info_nce

/// Gradient of the **sum** of [`symmetric_info_nce`] with respect to the
/// similarities; each one belongs to a row and to a column.
///
/// ```text
/// ∂∑ℓ/∂sᵢⱼ = (p(j | row i) + p(i | column j) − 2 [i = j]) / (2 τ)
/// ```
///
/// # Shapes and units
///
/// - arguments: as in [`symmetric_info_nce`].
/// - output: (n, n); in nats per unit of similarity.
///
/// # Errors
///
/// As [`symmetric_info_nce`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = symmetric_info_nce_gradient(&array![[0.0, 0.0], [0.0, 0.0]], 1.0)?;
/// assert_eq!(gradient, array![[-0.5, 0.5], [0.5, -0.5]]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: symmetric_info_nce_gradient
pub fn symmetric_info_nce_gradient(
    similarities: &ArrayRef2<f64>,
    temperature: f64,
) -> Result<Array2<f64>, LossError> {
    check_square(similarities)?;
    let diagonal = Array1::from_iter(0..similarities.nrows());
    let by_row = info_nce_gradient(similarities, &diagonal, temperature)?;
    let by_column = info_nce_gradient(&similarities.t(), &diagonal, temperature)?;
    Ok((by_row + by_column.t()) / 2.0)
}
// ANCHOR_END: symmetric_info_nce_gradient

/// NT-Xent of each view, unreduced: InfoNCE with cosines among 2N views of N
/// items, where rows i and i + N are the two views of item i.
///
/// ```text
/// ℓᵢ = −ln( exp(cos(vᵢ, v₊) / τ) / ∑_{j ≠ i} exp(cos(vᵢ, vⱼ) / τ) )
/// ```
///
/// # Shapes and units
///
/// - `views`: (2N, dimension); their lengths do not matter.
/// - `temperature`: τ.
/// - output: (2N); in nats. A view of length 0 makes everything NaN.
///
/// # Errors
///
/// - [`LossError::InvalidParameter`] unless `temperature` is positive and
///   finite, and the number of views positive and even.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let alike = Array2::ones((6, 2));
/// assert_relative_eq!(nt_xent(&alike, 0.5)?[0], 5.0_f64.ln(), max_relative = 1e-15);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: nt_xent
pub fn nt_xent(views: &ArrayRef2<f64>, temperature: f64) -> Result<Array1<f64>, LossError> {
    check_views(views)?;
    let (units, _) = normalized(views);
    info_nce(&masked(&units), &other_views(views.nrows()), temperature)
}
// ANCHOR_END: nt_xent

/// Gradient of the **sum** of [`nt_xent`] with respect to the views; each view
/// is an anchor once and a candidate of all others.
///
/// ```text
/// G = ∂∑ℓ/∂S        g = (G + Gᵀ) u        ∂∑ℓ/∂vᵢ = (gᵢ − (gᵢ · uᵢ) uᵢ) / ‖vᵢ‖
/// ```
///
/// with the unit vectors u and their products S. It is orthogonal to the view:
/// the length cannot change the loss.
///
/// # Shapes and units
///
/// - arguments: as in [`nt_xent`].
/// - output: (2N, dimension).
///
/// # Errors
///
/// As [`nt_xent`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = nt_xent_gradient(&array![[3.0, 4.0], [4.0, 3.0]], 0.5)?;
/// assert_eq!(gradient, Array2::zeros((2, 2)));
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: nt_xent_gradient
pub fn nt_xent_gradient(
    views: &ArrayRef2<f64>,
    temperature: f64,
) -> Result<Array2<f64>, LossError> {
    check_views(views)?;
    let (units, norms) = normalized(views);
    let slopes = info_nce_gradient(&masked(&units), &other_views(views.nrows()), temperature)?;
    let mut gradient = (&slopes + &slopes.t()).dot(&units);
    Zip::from(gradient.rows_mut())
        .and(units.rows())
        .and(&norms)
        .for_each(|mut row, unit, &norm| {
            let along = row.dot(&unit);
            row.zip_mut_with(&unit, |it, &unit| *it = (*it - along * unit) / norm);
        });
    Ok(gradient)
}
// ANCHOR_END: nt_xent_gradient

fn normalized(views: &ArrayRef2<f64>) -> (Array2<f64>, Array1<f64>) {
    // `hypot` neither overflows nor underflows on the way.
    let norms = views.map_axis(Axis(1), |row| row.fold(0.0_f64, |norm, &it| norm.hypot(it)));
    let units = views.to_owned() / norms.view().insert_axis(Axis(1));
    (units, norms)
}

/// All cosines, without those of a view with itself.
fn masked(units: &ArrayRef2<f64>) -> Array2<f64> {
    let mut similarities = units.dot(&units.t());
    similarities.diag_mut().fill(f64::NEG_INFINITY);
    similarities
}

fn other_views(n_views: usize) -> Array1<usize> {
    Array1::from_iter((0..n_views).map(|row| (row + n_views / 2) % n_views))
}

fn check(
    similarities: &ArrayRef2<f64>,
    positives: &ArrayRef1<usize>,
    temperature: f64,
) -> Result<(), LossError> {
    check_positive("temperature", temperature)?;
    check_class_of_each_row(("similarities", similarities), ("positives", positives))
}

fn check_square(similarities: &ArrayRef2<f64>) -> Result<(), LossError> {
    check_same_shape(
        ("similarities", similarities.shape()),
        ("similarities, transposed", similarities.t().shape()),
    )
}

fn check_views(views: &ArrayRef2<f64>) -> Result<(), LossError> {
    if views.nrows() > 0 && views.nrows().is_multiple_of(2) {
        return Ok(());
    }
    Err(LossError::InvalidParameter {
        name: "number of views",
        domain: "positive and even",
        value: views.nrows() as f64,
    })
}
