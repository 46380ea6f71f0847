//! Three losses that are asked about by name: total variation, the load
//! balancing of experts, and the partial likelihood of Cox.
//!
//! Sources: L. I. Rudin, S. Osher and E. Fatemi, "Nonlinear Total Variation
//! Based Noise Removal Algorithms", Physica D 60 (1992), 259–268,
//! <https://doi.org/10.1016/0167-2789(92)90242-F>; W. Fedus, B. Zoph and
//! N. Shazeer, "Switch Transformers: Scaling to Trillion Parameter Models with
//! Simple and Efficient Sparsity", 2021, <https://arxiv.org/abs/2101.03961>;
//! D. R. Cox, "Regression Models and Life-Tables", Journal of the Royal
//! Statistical Society B 34 (1972), 187–202,
//! <https://doi.org/10.1111/j.2517-6161.1972.tb00899.x>.

use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2, Axis, Slice, Zip};

use crate::LossError;
use crate::checks::{check_classes, check_labels, check_same_shape};
use crate::classification::softmax::softmax;

/// Total variation of an image: the sum of the steps between neighbors, down
/// and across (the anisotropic form).
///
/// ```text
/// TV = ∑ |x[i + 1, j] − x[i, j]| + ∑ |x[i, j + 1] − x[i, j]|
/// ```
///
/// # Shapes and units
///
/// - `image`: (height, width).
/// - output: one number, in the unit of the pixels. NaN if a pixel is.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// assert_eq!(total_variation(&array![[0.0, 1.0], [0.0, 3.0]]), 6.0);
/// ```
// ANCHOR: total_variation
#[must_use]
pub fn total_variation(image: &ArrayRef2<f64>) -> f64 {
    let steps = |axis| steps(image, axis).mapv(f64::abs).sum();
    steps(Axis(0)) + steps(Axis(1))
}
// ANCHOR_END: total_variation

/// Gradient of [`total_variation`]: for each pixel, over how many neighbors it
/// stands less under how many.
///
/// ```text
/// ∂TV/∂x = ∑ sign(x − neighbor) over up to four neighbors        sign 0 = 0
/// ```
///
/// # Shapes and units
///
/// - `image`: as in [`total_variation`].
/// - output: the same shape; a whole number, −4 to 4.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = total_variation_gradient(&array![[0.0, 1.0], [0.0, 3.0]]);
/// assert_eq!(gradient, array![[-1.0, 0.0], [-1.0, 2.0]]);
/// ```
// ANCHOR: total_variation_gradient
#[must_use]
pub fn total_variation_gradient(image: &ArrayRef2<f64>) -> Array2<f64> {
    let mut gradient = Array2::zeros(image.raw_dim());
    for axis in [Axis(0), Axis(1)] {
        // `signum` of 0 is 1.
        let signs = steps(image, axis).mapv(|it| if it == 0.0 { 0.0 } else { it.signum() });
        let [ends, starts] = neighbors(image, axis);
        let mut later = gradient.slice_axis_mut(axis, ends);
        later += &signs;
        let mut earlier = gradient.slice_axis_mut(axis, starts);
        earlier -= &signs;
    }
    gradient
}
// ANCHOR_END: total_variation_gradient

/// From each pixel to the next one along `axis`.
fn steps(image: &ArrayRef2<f64>, axis: Axis) -> Array2<f64> {
    let [ends, starts] = neighbors(image, axis);
    &image.slice_axis(axis, ends) - &image.slice_axis(axis, starts)
}

/// All but the first, and all but the last; both are empty if the image is.
fn neighbors(image: &ArrayRef2<f64>, axis: Axis) -> [Slice; 2] {
    let n = image.len_of(axis);
    [Slice::from(n.min(1)..), Slice::from(..n.saturating_sub(1))]
}

/// Auxiliary loss that balances the load of E experts, for routing to the best.
///
/// ```text
/// ℓ = E ∑ₑ fₑ Pₑ        f: share of the tokens whose best expert is e
///                       P: mean over the tokens of softmax(logits)ₑ
/// ```
///
/// # Shapes and units
///
/// - `logits`: (tokens, E), of the router.
/// - output: one number, without unit: 1 if either f or P is uniform, E if all
///   tokens go to one expert for certain. Of equal logits the first is the best.
///
/// # Errors
///
/// - [`LossError::NoClasses`] when there are no experts.
/// - [`LossError::InvalidParameter`] when there are no tokens.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// assert_relative_eq!(load_balancing(&array![[1.0, 0.0], [0.0, 1.0]])?, 1.0);
/// assert_relative_eq!(load_balancing(&array![[50.0, 0.0], [50.0, 0.0]])?, 2.0);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: load_balancing
pub fn load_balancing(logits: &ArrayRef2<f64>) -> Result<f64, LossError> {
    let shares = shares(logits)?;
    let means = softmax(logits, 1.0)?.mean_axis(Axis(0));
    let means = means.ok_or(NO_TOKENS)?;
    Ok(shares.len() as f64 * shares.dot(&means))
}
// ANCHOR_END: load_balancing

/// Gradient of [`load_balancing`] with respect to the logits; the shares f are
/// counts and have none.
///
/// ```text
/// ∂ℓ/∂z[t, e] = E / T · p[t, e] (fₑ − ∑ₖ fₖ p[t, k])
/// ```
///
/// # Shapes and units
///
/// - `logits`: as in [`load_balancing`].
/// - output: the same shape; each row sums to 0.
///
/// # Errors
///
/// As [`load_balancing`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = load_balancing_gradient(&array![[0.0, 0.0]])?;
/// assert_eq!(gradient, array![[0.5, -0.5]]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: load_balancing_gradient
pub fn load_balancing_gradient(logits: &ArrayRef2<f64>) -> Result<Array2<f64>, LossError> {
    let shares = shares(logits)?;
    let scale = shares.len() as f64 / logits.nrows() as f64;
    let mut gradient = softmax(logits, 1.0)?;
    for mut token in gradient.rows_mut() {
        let mean = token.dot(&shares);
        token.zip_mut_with(&shares, |p, share| *p *= scale * (share - mean));
    }
    Ok(gradient)
}
// ANCHOR_END: load_balancing_gradient

const NO_TOKENS: LossError = LossError::InvalidParameter {
    name: "number of rows of logits",
    domain: "at least 1",
    value: 0.0,
};

/// The share of the tokens for which each expert is the best; of several, the
/// first.
fn shares(logits: &ArrayRef2<f64>) -> Result<Array1<f64>, LossError> {
    check_classes("logits", logits)?;
    if logits.nrows() == 0 {
        return Err(NO_TOKENS);
    }
    let mut counts = Array1::zeros(logits.ncols());
    for token in logits.rows() {
        let best = token
            .indexed_iter()
            .fold((0, f64::NEG_INFINITY), |best, (e, &it)| {
                if it > best.1 { (e, it) } else { best }
            });
        counts[best.0] += 1.0;
    }
    Ok(counts / logits.nrows() as f64)
}

/// Negative logarithm of the partial likelihood of Cox, for each subject, with
/// ties as Breslow has them.
///
/// ```text
/// ℓᵢ = ln ∑_{j: tⱼ ≥ tᵢ} exp(fⱼ) − fᵢ        if the event of i was seen, else 0
/// ```
///
/// # Shapes and units
///
/// - `scores`: f, (n); the logarithm of the relative hazard.
/// - `times`: t, (n), of the event or of the last look.
/// - `events`: (n), whether the event was seen; if not, the subject is censored.
/// - output: (n); in nats. A constant added to all scores changes nothing.
///
/// # Errors
///
/// - [`LossError::ShapeMismatch`] when the lengths differ.
/// - [`LossError::InvalidLabel`] when a time is NaN.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let losses = cox(&array![0.0, 0.0, 0.0], &array![1.0, 2.0, 3.0], &array![true, false, true])?;
/// assert_relative_eq!(losses, array![3.0_f64.ln(), 0.0, 0.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: cox
pub fn cox(
    scores: &ArrayRef1<f64>,
    times: &ArrayRef1<f64>,
    events: &ArrayRef1<bool>,
) -> Result<Array1<f64>, LossError> {
    check_cox(scores, times, events)?;
    Ok(Zip::from(scores)
        .and(times)
        .and(events)
        .map_collect(|&score, &time, &seen| {
            if seen {
                log_risk(scores, times, time) - score
            } else {
                0.0
            }
        }))
}
// ANCHOR_END: cox

/// Gradient of the **sum** of [`cox`] with respect to the scores.
///
/// ```text
/// ∂∑ℓ/∂fⱼ = ∑_{i seen, tᵢ ≤ tⱼ} exp(fⱼ) / ∑_{k: tₖ ≥ tᵢ} exp(fₖ) − [j seen]
/// ```
///
/// # Shapes and units
///
/// - arguments: as in [`cox`].
/// - output: (n); sums to 0.
///
/// # Errors
///
/// As [`cox`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = cox_gradient(&array![0.0, 0.0], &array![1.0, 2.0], &array![true, false])?;
/// assert_relative_eq!(gradient, array![-0.5, 0.5]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: cox_gradient
pub fn cox_gradient(
    scores: &ArrayRef1<f64>,
    times: &ArrayRef1<f64>,
    events: &ArrayRef1<bool>,
) -> Result<Array1<f64>, LossError> {
    check_cox(scores, times, events)?;
    let mut gradient = events.map(|&seen| if seen { -1.0 } else { 0.0 });
    for (&start, _) in times.iter().zip(events).filter(|(_, seen)| **seen) {
        let log_risk = log_risk(scores, times, start);
        Zip::from(&mut gradient)
            .and(scores)
            .and(times)
            .for_each(|it, score, &time| {
                if time >= start {
                    *it += (score - log_risk).exp();
                }
            });
    }
    Ok(gradient)
}
// ANCHOR_END: cox_gradient

/// ln ∑ exp(f) over those who are still at risk at `start`.
fn log_risk(scores: &ArrayRef1<f64>, times: &ArrayRef1<f64>, start: f64) -> f64 {
    let at_risk = || {
        scores
            .iter()
            .zip(times)
            .filter(|(_, time)| **time >= start)
            .map(|it| *it.0)
    };
    let max = at_risk().fold(f64::NEG_INFINITY, f64::max);
    max + at_risk().map(|score| (score - max).exp()).sum::<f64>().ln()
}

fn check_cox(
    scores: &ArrayRef1<f64>,
    times: &ArrayRef1<f64>,
    events: &ArrayRef1<bool>,
) -> Result<(), LossError> {
    check_same_shape(("scores", scores.shape()), ("times", times.shape()))?;
    check_same_shape(("scores", scores.shape()), ("events", events.shape()))?;
    check_labels(("times", times), "a time", |it| !it.is_nan())
}
