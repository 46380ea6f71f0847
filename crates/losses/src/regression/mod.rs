//! Losses of a real prediction against a real target.

pub mod huber;
pub mod mae;
pub mod mse;
