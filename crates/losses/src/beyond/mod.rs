//! Losses beyond the nine.

pub mod generative_models;
pub mod info_nce;
pub mod jensen_shannon;
pub mod policy_gradient;
pub mod preference;
pub mod vision_and_language_extras;
pub mod wasserstein;
