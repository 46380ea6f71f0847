//! Losses of policies: the clipped surrogate of PPO, and GRPO.
//!
//! Sources: J. Schulman, F. Wolski, P. Dhariwal, A. Radford and O. Klimov,
//! "Proximal Policy Optimization Algorithms", 2017,
//! <https://arxiv.org/abs/1707.06347>; Z. Shao et al., "DeepSeekMath: Pushing
//! the Limits of Mathematical Reasoning in Open Language Models", 2024,
//! <https://arxiv.org/abs/2402.03300> (GRPO).

use ndarray::{Array, Array1, Array2, ArrayRef, ArrayRef1, ArrayRef2, Axis, Dimension, Slice, Zip};

use crate::LossError;
use crate::checks::{check_one_per_row, check_positive, check_same_shape};

/// The clipped surrogate of PPO for each action, unreduced, as a loss.
///
/// ```text
/// ℓ = −min(ρ A, clip(ρ, 1 − ε, 1 + ε) A)        where ρ = exp(ln π − ln π_old)
/// ```
///
/// # Shapes and units
///
/// - `log_probabilities`, `old_log_probabilities`: ln π and ln π_old of the
///   action that was taken, of any equal shape.
/// - `advantages`: A, the same shape; in units of reward.
/// - `clip`: ε, at most how far the ratio is rewarded for moving.
/// - output: the same shape; in units of reward. NaN gives NaN.
///
/// # Errors
///
/// - [`LossError::InvalidParameter`] unless `clip` is positive and finite.
/// - [`LossError::ShapeMismatch`] when the shapes differ.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let (new, old) = (array![1.5_f64.ln(), 1.5_f64.ln()], array![0.0, 0.0]);
/// let losses = ppo_clip(&new, &old, &array![1.0, -1.0], 0.2)?;
/// assert_relative_eq!(losses, array![-1.2, 1.5]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: ppo_clip
pub fn ppo_clip<D: Dimension>(
    log_probabilities: &ArrayRef<f64, D>,
    old_log_probabilities: &ArrayRef<f64, D>,
    advantages: &ArrayRef<f64, D>,
    clip: f64,
) -> Result<Array<f64, D>, LossError> {
    check(log_probabilities, old_log_probabilities, advantages, clip)?;
    Ok(Zip::from(log_probabilities)
        .and(old_log_probabilities)
        .and(advantages)
        .map_collect(|&new, &old, &advantage| surrogate((new - old).exp(), advantage, clip)))
}
// ANCHOR_END: ppo_clip

/// Gradient of [`ppo_clip`] with respect to the log-probabilities.
///
/// ```text
/// ∂ℓ/∂ln π = 0        if A > 0 and ρ ≥ 1 + ε, or A < 0 and ρ ≤ 1 − ε
///            −ρ A     otherwise
/// ```
///
/// The kinks at the two bounds are stated to belong to the flat side.
///
/// # Shapes and units
///
/// - arguments: as in [`ppo_clip`].
/// - output: the same shape; in units of reward.
///
/// # Errors
///
/// As [`ppo_clip`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let (new, old) = (array![1.5_f64.ln(), 1.5_f64.ln()], array![0.0, 0.0]);
/// let gradient = ppo_clip_gradient(&new, &old, &array![1.0, -1.0], 0.2)?;
/// assert_relative_eq!(gradient, array![0.0, 1.5]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: ppo_clip_gradient
pub fn ppo_clip_gradient<D: Dimension>(
    log_probabilities: &ArrayRef<f64, D>,
    old_log_probabilities: &ArrayRef<f64, D>,
    advantages: &ArrayRef<f64, D>,
    clip: f64,
) -> Result<Array<f64, D>, LossError> {
    check(log_probabilities, old_log_probabilities, advantages, clip)?;
    Ok(Zip::from(log_probabilities)
        .and(old_log_probabilities)
        .and(advantages)
        .map_collect(|&new, &old, &advantage| slope((new - old).exp(), advantage, clip)))
}
// ANCHOR_END: ppo_clip_gradient

/// Advantages relative to the group: the rewards of the answers to one prompt,
/// standardized.
///
/// ```text
/// Aᵢ = (rᵢ − mean r) / s        s² = mean of the squared distances to the mean
/// ```
///
/// A group with equal rewards says nothing, and its advantages are 0. Some
/// libraries divide the squares by G − 1 and add a small constant to s.
///
/// # Shapes and units
///
/// - `rewards`: (prompts, G), the answers to one prompt in a row.
/// - output: the same shape; without unit.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let advantages = group_advantages(&array![[1.0, 0.0, 0.0, 1.0], [2.0, 2.0, 2.0, 2.0]]);
/// assert_eq!(advantages, array![[1.0, -1.0, -1.0, 1.0], [0.0, 0.0, 0.0, 0.0]]);
/// ```
// ANCHOR: group_advantages
#[must_use]
pub fn group_advantages(rewards: &ArrayRef2<f64>) -> Array2<f64> {
    let mut advantages = rewards.to_owned();
    for mut group in advantages.rows_mut() {
        let n = group.len() as f64;
        let mean = group.sum() / n;
        let spread = (group.fold(0.0, |sum, it| sum + (it - mean) * (it - mean)) / n).sqrt();
        let is_constant = group.iter().all(|it| *it == group[0]);
        group.mapv_inplace(|it| {
            if is_constant {
                0.0
            } else {
                (it - mean) / spread
            }
        });
    }
    advantages
}
// ANCHOR_END: group_advantages

/// The policies that a token of GRPO is compared with, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grpo {
    /// ε, at most how far the ratio is rewarded for moving.
    pub clip: f64,
    /// β, the weight of the divergence from the reference; 0 leaves it out.
    pub beta: f64,
}

/// GRPO of each answer, unreduced: the mean over its tokens of the clipped
/// surrogate and of the penalty for leaving the reference.
///
/// ```text
/// ℓᵢ = 1/Tᵢ ∑ₜ [ −min(ρ Aᵢ, clip(ρ, 1 − ε, 1 + ε) Aᵢ) + β (u − ln u − 1) ]
/// ρ = π / π_old        u = π_ref / π        of token t of answer i
/// ```
///
/// # Shapes and units
///
/// - `log_probabilities`: ln π of three policies, (answers, tokens): the
///   current one, the old one that sampled, and the reference. What lies beyond
///   the length of an answer is padding and is not read.
/// - `advantages`: (answers), one for all tokens, from [`group_advantages`].
/// - `lengths`: (answers), the number of tokens T of each; 0 gives the loss 0.
/// - output: (answers).
///
/// # Errors
///
/// - [`LossError::InvalidParameter`] unless `clip` is positive and finite,
///   `beta` at least 0 and finite, and no answer longer than its row.
/// - [`LossError::ShapeMismatch`] when the shapes differ.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let same = array![[-1.0, -2.0]];
/// let settings = Grpo { clip: 0.2, beta: 0.04 };
/// let losses = grpo([&same, &same, &same], &array![1.5], &array![2], settings)?;
/// assert_eq!(losses, array![-1.5]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: grpo
pub fn grpo(
    [new, old, reference]: [&ArrayRef2<f64>; 3],
    advantages: &ArrayRef1<f64>,
    lengths: &ArrayRef1<usize>,
    settings: Grpo,
) -> Result<Array1<f64>, LossError> {
    check_grpo([new, old, reference], advantages, lengths, settings)?;
    let Grpo { clip, beta } = settings;
    let losses = each_token(
        [new, old, reference],
        advantages,
        |ratio, log_u, advantage| {
            // e^x − 1 − x, accurate for a small x.
            surrogate(ratio, advantage, clip) + beta * (log_u.exp_m1() - log_u)
        },
    );
    let answers = Zip::from(losses.rows()).and(lengths);
    Ok(answers.map_collect(|tokens, &length| {
        tokens.slice_axis(Axis(0), Slice::from(..length)).sum() / length.max(1) as f64
    }))
}
// ANCHOR_END: grpo

/// Gradient of [`grpo`] with respect to the log-probabilities of the current
/// policy.
///
/// ```text
/// ∂ℓᵢ/∂ln π = ( ∂/∂ln π of the surrogate + β (1 − u) ) / Tᵢ        0 for padding
/// ```
///
/// # Shapes and units
///
/// - arguments: as in [`grpo`].
/// - output: (answers, tokens).
///
/// # Errors
///
/// As [`grpo`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let same = array![[-1.0, -2.0]];
/// let settings = Grpo { clip: 0.2, beta: 0.04 };
/// let gradient = grpo_gradient([&same, &same, &same], &array![1.5], &array![2], settings)?;
/// assert_eq!(gradient, array![[-0.75, -0.75]]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: grpo_gradient
pub fn grpo_gradient(
    [new, old, reference]: [&ArrayRef2<f64>; 3],
    advantages: &ArrayRef1<f64>,
    lengths: &ArrayRef1<usize>,
    settings: Grpo,
) -> Result<Array2<f64>, LossError> {
    check_grpo([new, old, reference], advantages, lengths, settings)?;
    let Grpo { clip, beta } = settings;
    let mut gradient = each_token(
        [new, old, reference],
        advantages,
        |ratio, log_u, advantage| slope(ratio, advantage, clip) - beta * log_u.exp_m1(),
    );
    let answers = Zip::from(gradient.rows_mut()).and(lengths);
    answers.for_each(|mut tokens, &length| {
        tokens
            .slice_axis_mut(Axis(0), Slice::from(length..))
            .fill(0.0);
        tokens /= length.max(1) as f64;
    });
    Ok(gradient)
}
// ANCHOR_END: grpo_gradient

// ANCHOR: each_token
/// `f(ρ, ln u, A)` of each token.
fn each_token(
    [new, old, reference]: [&ArrayRef2<f64>; 3],
    advantages: &ArrayRef1<f64>,
    f: impl Fn(f64, f64, f64) -> f64,
) -> Array2<f64> {
    let mut tokens = Array2::zeros(new.raw_dim());
    tokens += &advantages.view().insert_axis(Axis(1));
    Zip::from(&mut tokens)
        .and(new)
        .and(old)
        .and(reference)
        .for_each(|it, &new, &old, &reference| *it = f((new - old).exp(), reference - new, *it));
    tokens
}
// ANCHOR_END: each_token

// ANCHOR: surrogate
fn surrogate(ratio: f64, advantage: f64, clip: f64) -> f64 {
    let (free, clipped) = (
        ratio * advantage,
        ratio.clamp(1.0 - clip, 1.0 + clip) * advantage,
    );
    // Not `min`, which drops a NaN.
    0.0 - if clipped < free { clipped } else { free }
}

fn slope(ratio: f64, advantage: f64, clip: f64) -> f64 {
    let is_flat =
        (advantage > 0.0 && ratio >= 1.0 + clip) || (advantage < 0.0 && ratio <= 1.0 - clip);
    if is_flat {
        0.0
    } else {
        0.0 - ratio * advantage
    }
}
// ANCHOR_END: surrogate

fn check<D: Dimension>(
    log_probabilities: &ArrayRef<f64, D>,
    old_log_probabilities: &ArrayRef<f64, D>,
    advantages: &ArrayRef<f64, D>,
    clip: f64,
) -> Result<(), LossError> {
    check_positive("clip", clip)?;
    let first = ("log_probabilities", log_probabilities.shape());
    check_same_shape(
        first,
        ("old_log_probabilities", old_log_probabilities.shape()),
    )?;
    check_same_shape(first, ("advantages", advantages.shape()))
}

fn check_grpo(
    [new, old, reference]: [&ArrayRef2<f64>; 3],
    advantages: &ArrayRef1<f64>,
    lengths: &ArrayRef1<usize>,
    Grpo { clip, beta }: Grpo,
) -> Result<(), LossError> {
    check_positive("clip", clip)?;
    if !(beta >= 0.0 && beta.is_finite()) {
        return Err(LossError::InvalidParameter {
            name: "beta",
            domain: "at least 0 and finite",
            value: beta,
        });
    }
    check_same_shape(("current", new.shape()), ("old", old.shape()))?;
    check_same_shape(("current", new.shape()), ("reference", reference.shape()))?;
    check_one_per_row(("current", new), ("advantages", advantages))?;
    check_one_per_row(("current", new), ("lengths", lengths))?;
    match lengths.iter().find(|&&length| length > new.ncols()) {
        None => Ok(()),
        Some(&length) => Err(LossError::InvalidParameter {
            name: "length of an answer",
            domain: "at most the number of tokens in a row",
            value: length as f64,
        }),
    }
}
