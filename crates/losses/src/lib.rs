//! Nine loss functions with their gradients, written to be read.
//!
//! Every loss is a pair of free functions: the **unreduced** loss, and its
//! gradient with respect to the first argument.
//! [`mean`] and [`sum`] reduce.
//!
//! ```
//! use losses::prelude::*;
//!
//! let predictions = array![0.5, 3.0];
//! let targets = array![0.0, 0.0];
//!
//! let losses = huber(&predictions, &targets, 1.0)?;
//! assert_eq!(losses, array![0.125, 2.5]);
//! assert_eq!(mean(&losses)?, 1.3125);
//! assert_eq!(huber_gradient(&predictions, &targets, 1.0)?, array![0.5, 1.0]);
//! # Ok::<(), LossError>(())
//! ```
//!
//! Rules that hold for all of them:
//!
//! - Arguments are borrowed arrays of any layout: `&Array`, `&ArrayView`, a
//!   transposed or a reversed slice.
//! - Predictions come first, targets second. The exception is
//!   [`kl_divergence`], whose arguments stand in the order of the notation.
//! - Shapes must be equal. Broadcasting is an error, not a feature.
//! - A gradient is that of each unreduced loss. The gradient of the mean of
//!   n losses is this one divided by n.
//! - Parameters, labels and distributions are checked, and the [`LossError`]
//!   says what is wrong with which. No argument makes a function panic.
//! - NaN and infinity in the data pass through as IEEE 754 says. Where a limit
//!   exists, such as 0 · ln 0 = 0, the limit is returned.
//! - Logarithms are natural: losses made of them are in nats.

pub mod beyond;
pub mod classification;
pub mod distributions;
pub mod embeddings;
pub mod naive;
pub mod prelude;
pub mod regression;

mod checks;
mod elementwise;
mod error;
mod reduction;

pub use beyond::ctc::{ctc, ctc_gradient};
pub use beyond::dice_and_iou::{soft_dice, soft_dice_gradient, soft_iou, soft_iou_gradient};
pub use beyond::focal::{Focal, focal_with_logits, focal_with_logits_gradient};
pub use beyond::gaussian_likelihood::{
    GaussianLikelihoodGradient, gaussian_negative_log_likelihood,
    gaussian_negative_log_likelihood_gradient,
};
pub use beyond::generative_models::{
    minimax_generator, minimax_generator_gradient, non_saturating_generator,
    non_saturating_generator_gradient,
};
pub use beyond::info_nce::{
    info_nce, info_nce_gradient, nt_xent, nt_xent_gradient, symmetric_info_nce,
    symmetric_info_nce_gradient,
};
pub use beyond::jensen_shannon::{jensen_shannon, jensen_shannon_gradient};
pub use beyond::log_cosh::{log_cosh, log_cosh_gradient, pseudo_huber, pseudo_huber_gradient};
pub use beyond::pinball::{pinball, pinball_gradient};
pub use beyond::poisson_likelihood::{
    poisson_deviance, poisson_negative_log_likelihood, poisson_negative_log_likelihood_gradient,
};
pub use beyond::policy_gradient::{
    Grpo, group_advantages, grpo, grpo_gradient, ppo_clip, ppo_clip_gradient,
};
pub use beyond::preference::{
    bradley_terry, bradley_terry_gradient, dpo, dpo_gradient, ipo, ipo_gradient,
};
pub use beyond::vision_and_language_extras::{
    cox, cox_gradient, load_balancing, load_balancing_gradient, total_variation,
    total_variation_gradient,
};
pub use beyond::wasserstein::{wasserstein, wasserstein_gradient};
pub use classification::binary_cross_entropy::{
    binary_cross_entropy, binary_cross_entropy_gradient, binary_cross_entropy_with_logits,
    binary_cross_entropy_with_logits_gradient,
};
pub use classification::categorical_cross_entropy::{
    softmax_cross_entropy, softmax_cross_entropy_gradient,
    softmax_cross_entropy_with_probabilities, softmax_cross_entropy_with_probabilities_gradient,
};
pub use classification::hinge::{hinge, hinge_gradient};
pub use classification::sigmoid::{sigmoid, softplus};
pub use classification::softmax::{log_softmax, log_sum_exp, softmax};
pub use distributions::SUM_TOLERANCE;
pub use distributions::gaussian::{
    Gaussian, GaussianGradient, gaussian_kl_divergence, gaussian_kl_divergence_gradient,
};
pub use distributions::kl_divergence::{
    kl_divergence, kl_divergence_from_log_probabilities, kl_divergence_gradient_p,
    kl_divergence_gradient_q,
};
pub use embeddings::contrastive::{Pair, contrastive, contrastive_gradient};
pub use embeddings::triplet::{
    TripletGradient, triplet, triplet_gradient, triplet_squared, triplet_squared_gradient,
};
pub use error::LossError;
pub use reduction::{mean, sum};
pub use regression::huber::{huber, huber_gradient};
pub use regression::mae::{absolute_error, absolute_error_gradient};
pub use regression::mse::{squared_error, squared_error_gradient};
