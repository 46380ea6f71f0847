//! Claims about the losses that are proven over whole intervals, not sampled.
//!
//! A formula is written once, over any [`Real`], in [`formulas`]. The same
//! expression is then evaluated
//!
//! - on [`f64`], where it must agree with the crate `losses`;
//! - on an [`Interval`], where the result contains the value at *every* point
//!   of the interval;
//! - on [`Dual`] numbers over either, where it also gives the derivative.
//!
//! [`branch_and_bound::prove`] cuts a domain into boxes until the claim is
//! certain on each of them, or finds a box on which it is false. The claims
//! themselves are in [`claims`].
//!
//! What has to be trusted: that `+ − × ÷ √` and the fused multiply-add round
//! to the nearest number, as IEEE 754 demands; Taylor's theorem; and the few
//! hundred lines of this crate. The exponential and the logarithm of the
//! system are not used: [`elementary`] makes its own, with proven bounds.

pub mod branch_and_bound;
pub mod claims;
pub mod digits;
pub mod dual;
pub mod elementary;
pub mod formulas;
pub mod gradients;
pub mod interval;
pub mod kinks;
pub mod nine;
pub mod real;
pub mod report;
pub mod rounding;

pub use dual::Dual;
pub use interval::Interval;
pub use real::Real;
