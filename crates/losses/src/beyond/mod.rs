//! Losses beyond the nine.

pub mod ctc;
pub mod dice_and_iou;
pub mod focal;
pub mod gaussian_likelihood;
pub mod generative_models;
pub mod info_nce;
pub mod jensen_shannon;
pub mod log_cosh;
pub mod pinball;
pub mod poisson_likelihood;
pub mod policy_gradient;
pub mod preference;
pub mod vision_and_language_extras;
pub mod wasserstein;
