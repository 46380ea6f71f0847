//! Losses of a score, a logit or a probability against a class.

pub mod binary_cross_entropy;
pub mod categorical_cross_entropy;
pub mod hinge;
pub mod sigmoid;
pub mod softmax;
