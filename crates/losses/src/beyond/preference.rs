//! Losses of preferences: Bradley–Terry, DPO and IPO.
//!
//! Sources: R. A. Bradley and M. E. Terry, "Rank Analysis of Incomplete Block
//! Designs: I. The Method of Paired Comparisons", Biometrika 39 (1952),
//! 324–345, <https://doi.org/10.1093/biomet/39.3-4.324>; R. Rafailov et al.,
//! "Direct Preference Optimization: Your Language Model is Secretly a Reward
//! Model", NeurIPS 2023, <https://arxiv.org/abs/2305.18290>; M. G. Azar et al.,
//! "A General Theoretical Paradigm to Understand Learning from Human
//! Preferences", 2023, <https://arxiv.org/abs/2310.12036> (IPO).

use ndarray::{Array, ArrayRef, Dimension, Zip};

use crate::LossError;
use crate::checks::{check_positive, check_same_shape};
use crate::classification::sigmoid::{sigmoid, softplus};

/// Loss of a reward model on pairs, unreduced: the negative log-likelihood of
/// the preference in the model of Bradley and Terry.
///
/// ```text
/// ℓ = −ln σ(r_w − r_l) = softplus(r_l − r_w)
/// ```
///
/// # Shapes and units
///
/// - `chosen`, `rejected`: rewards r_w and r_l, of any equal shape; in nats,
///   their difference is the log-odds of the preference.
/// - output: the same shape; in nats. NaN gives NaN.
///
/// # Errors
///
/// - [`LossError::ShapeMismatch`] when the shapes differ.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let losses = bradley_terry(&array![1.0, 3.0_f64.ln()], &array![1.0, 0.0])?;
/// assert_relative_eq!(losses, array![2.0_f64.ln(), (4.0_f64 / 3.0).ln()]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: bradley_terry
pub fn bradley_terry<D: Dimension>(
    chosen: &ArrayRef<f64, D>,
    rejected: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    check(chosen, rejected)?;
    let pairs = Zip::from(chosen).and(rejected);
    Ok(softplus(&pairs.map_collect(|&won, &lost| lost - won)))
}
// ANCHOR_END: bradley_terry

/// Gradient of [`bradley_terry`] with respect to `chosen`; with respect to
/// `rejected` it is the negative of this.
///
/// ```text
/// ∂ℓ/∂r_w = −σ(r_l − r_w)
/// ```
///
/// # Shapes and units
///
/// - arguments: as in [`bradley_terry`].
/// - output: the same shape; a probability with a minus, that of the model for
///   the opposite preference.
///
/// # Errors
///
/// As [`bradley_terry`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// assert_eq!(bradley_terry_gradient(&array![1.0], &array![1.0])?, array![-0.5]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: bradley_terry_gradient
pub fn bradley_terry_gradient<D: Dimension>(
    chosen: &ArrayRef<f64, D>,
    rejected: &ArrayRef<f64, D>,
) -> Result<Array<f64, D>, LossError> {
    check(chosen, rejected)?;
    let pairs = Zip::from(chosen).and(rejected);
    Ok(-sigmoid(&pairs.map_collect(|&won, &lost| lost - won)))
}
// ANCHOR_END: bradley_terry_gradient

/// Direct preference optimization, unreduced: [`bradley_terry`] with the reward
/// that is implicit in a policy.
///
/// ```text
/// ℓ = −ln σ(β (h_w − h_l))        where h = ln π(y | x) − ln π_ref(y | x)
/// ```
///
/// # Shapes and units
///
/// - `chosen`, `rejected`: the log-ratios h_w and h_l, of any equal shape; each
///   is summed over the tokens of an answer; in nats.
/// - `beta`: β, what one nat of divergence costs, in units of reward.
/// - output: the same shape; in nats.
///
/// # Errors
///
/// - [`LossError::InvalidParameter`] unless `beta` is positive and finite.
/// - [`LossError::ShapeMismatch`] when the shapes differ.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// assert_relative_eq!(dpo(&array![-7.0], &array![-7.0], 0.1)?[0], 2.0_f64.ln());
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: dpo
pub fn dpo<D: Dimension>(
    chosen: &ArrayRef<f64, D>,
    rejected: &ArrayRef<f64, D>,
    beta: f64,
) -> Result<Array<f64, D>, LossError> {
    check_positive("beta", beta)?;
    bradley_terry(&chosen.mapv(|it| beta * it), &rejected.mapv(|it| beta * it))
}
// ANCHOR_END: dpo

/// Gradient of [`dpo`] with respect to `chosen`; with respect to `rejected` it
/// is the negative of this.
///
/// ```text
/// ∂ℓ/∂h_w = −β σ(β (h_l − h_w))
/// ```
///
/// # Shapes and units
///
/// - arguments: as in [`dpo`].
/// - output: the same shape; between −β and 0.
///
/// # Errors
///
/// As [`dpo`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// assert_eq!(dpo_gradient(&array![-7.0], &array![-7.0], 0.5)?, array![-0.25]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: dpo_gradient
pub fn dpo_gradient<D: Dimension>(
    chosen: &ArrayRef<f64, D>,
    rejected: &ArrayRef<f64, D>,
    beta: f64,
) -> Result<Array<f64, D>, LossError> {
    check_positive("beta", beta)?;
    let (chosen, rejected) = (chosen.mapv(|it| beta * it), rejected.mapv(|it| beta * it));
    Ok(bradley_terry_gradient(&chosen, &rejected)? * beta)
}
// ANCHOR_END: dpo_gradient

/// Identity preference optimization, unreduced: the margin is to be 1/(2β), and
/// neither smaller nor larger.
///
/// ```text
/// ℓ = (h_w − h_l − 1 / (2 β))²        where h = ln π(y | x) − ln π_ref(y | x)
/// ```
///
/// # Shapes and units
///
/// - arguments: as in [`dpo`]; the paper writes τ for `beta`.
/// - output: the same shape; in nats, squared.
///
/// # Errors
///
/// As [`dpo`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// assert_eq!(ipo(&array![6.0, 0.0], &array![1.0, 0.0], 0.1)?, array![0.0, 25.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: ipo
pub fn ipo<D: Dimension>(
    chosen: &ArrayRef<f64, D>,
    rejected: &ArrayRef<f64, D>,
    beta: f64,
) -> Result<Array<f64, D>, LossError> {
    Ok(ipo_residuals(chosen, rejected, beta)?.mapv(|it| it * it))
}
// ANCHOR_END: ipo

/// Gradient of [`ipo`] with respect to `chosen`; with respect to `rejected` it
/// is the negative of this.
///
/// ```text
/// ∂ℓ/∂h_w = 2 (h_w − h_l − 1 / (2 β))
/// ```
///
/// # Shapes and units
///
/// - arguments: as in [`ipo`].
/// - output: the same shape; in nats.
///
/// # Errors
///
/// As [`ipo`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// assert_eq!(ipo_gradient(&array![0.0], &array![0.0], 0.1)?, array![-10.0]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: ipo_gradient
pub fn ipo_gradient<D: Dimension>(
    chosen: &ArrayRef<f64, D>,
    rejected: &ArrayRef<f64, D>,
    beta: f64,
) -> Result<Array<f64, D>, LossError> {
    Ok(ipo_residuals(chosen, rejected, beta)? * 2.0)
}
// ANCHOR_END: ipo_gradient

fn ipo_residuals<D: Dimension>(
    chosen: &ArrayRef<f64, D>,
    rejected: &ArrayRef<f64, D>,
    beta: f64,
) -> Result<Array<f64, D>, LossError> {
    check_positive("beta", beta)?;
    check(chosen, rejected)?;
    let pairs = Zip::from(chosen).and(rejected);
    Ok(pairs.map_collect(|&won, &lost| won - lost - 0.5 / beta))
}

fn check<D: Dimension>(
    chosen: &ArrayRef<f64, D>,
    rejected: &ArrayRef<f64, D>,
) -> Result<(), LossError> {
    check_same_shape(("chosen", chosen.shape()), ("rejected", rejected.shape()))
}
