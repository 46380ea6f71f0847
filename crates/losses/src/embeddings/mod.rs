//! Losses of distances between embeddings.

pub mod contrastive;
pub mod triplet;

mod distance;
