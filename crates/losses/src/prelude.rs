//! Everything an example needs: `use losses::prelude::*;`.

pub use crate::naive;
pub use crate::{
    Focal, GaussianLikelihoodGradient, ctc, ctc_gradient, focal_with_logits,
    focal_with_logits_gradient, gaussian_negative_log_likelihood,
    gaussian_negative_log_likelihood_gradient, log_cosh, log_cosh_gradient, pinball,
    pinball_gradient, poisson_deviance, poisson_negative_log_likelihood,
    poisson_negative_log_likelihood_gradient, pseudo_huber, pseudo_huber_gradient, soft_dice,
    soft_dice_gradient, soft_iou, soft_iou_gradient,
};
pub use crate::{
    Gaussian, GaussianGradient, LossError, Pair, SUM_TOLERANCE, TripletGradient, absolute_error,
    absolute_error_gradient, binary_cross_entropy, binary_cross_entropy_gradient,
    binary_cross_entropy_with_logits, binary_cross_entropy_with_logits_gradient, contrastive,
    contrastive_gradient, gaussian_kl_divergence, gaussian_kl_divergence_gradient, hinge,
    hinge_gradient, huber, huber_gradient, kl_divergence, kl_divergence_from_log_probabilities,
    kl_divergence_gradient_p, kl_divergence_gradient_q, log_softmax, log_sum_exp, mean, sigmoid,
    softmax, softmax_cross_entropy, softmax_cross_entropy_gradient,
    softmax_cross_entropy_with_probabilities, softmax_cross_entropy_with_probabilities_gradient,
    softplus, squared_error, squared_error_gradient, sum, triplet, triplet_gradient,
    triplet_squared, triplet_squared_gradient,
};
pub use crate::{
    Grpo, bradley_terry, bradley_terry_gradient, cox, cox_gradient, dpo, dpo_gradient,
    group_advantages, grpo, grpo_gradient, info_nce, info_nce_gradient, ipo, ipo_gradient,
    jensen_shannon, jensen_shannon_gradient, load_balancing, load_balancing_gradient,
    minimax_generator, minimax_generator_gradient, non_saturating_generator,
    non_saturating_generator_gradient, nt_xent, nt_xent_gradient, ppo_clip, ppo_clip_gradient,
    symmetric_info_nce, symmetric_info_nce_gradient, total_variation, total_variation_gradient,
    wasserstein, wasserstein_gradient,
};
pub use approx::{assert_abs_diff_eq, assert_relative_eq, assert_ulps_eq};
pub use ndarray::{
    Array, Array1, Array2, ArrayRef1, ArrayRef2, ArrayView1, ArrayView2, Axis, Slice, Zip, array,
};
