//! What a formula may be evaluated on.

use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::Interval;

/// A kind of number with the operations that the losses are made of.
pub trait Real:
    Copy
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
{
    /// The constant `value`.
    fn constant(value: f64) -> Self;

    /// eˣ.
    #[must_use]
    fn exp(self) -> Self;

    /// ln x.
    #[must_use]
    fn ln(self) -> Self;

    /// ln(1 + x).
    #[must_use]
    fn ln_1p(self) -> Self;

    /// √x.
    #[must_use]
    fn sqrt(self) -> Self;

    /// x².
    #[must_use]
    fn square(self) -> Self;

    /// Which is larger; nothing when both are equal, or it cannot be decided.
    fn order(self, other: Self) -> Option<Ordering>;

    /// Stands for either, when it could not be decided which is larger.
    #[must_use]
    fn either(self, other: Self) -> Self;

    /// The larger one.
    #[must_use]
    fn max(self, other: Self) -> Self;

    /// The smaller one.
    #[must_use]
    fn min(self, other: Self) -> Self {
        -(-self).max(-other)
    }

    /// |x|.
    #[must_use]
    fn abs(self) -> Self {
        self.max(-self)
    }
}

impl Real for f64 {
    fn constant(value: f64) -> Self {
        value
    }

    fn exp(self) -> Self {
        self.exp()
    }

    fn ln(self) -> Self {
        self.ln()
    }

    fn ln_1p(self) -> Self {
        self.ln_1p()
    }

    fn sqrt(self) -> Self {
        self.sqrt()
    }

    fn square(self) -> Self {
        self * self
    }

    fn order(self, other: Self) -> Option<Ordering> {
        self.partial_cmp(&other).filter(|it| it.is_ne())
    }

    /// The first, as a program does that compares with `>=`.
    fn either(self, _: Self) -> Self {
        self
    }

    fn max(self, other: Self) -> Self {
        self.max(other)
    }
}

impl Real for Interval {
    fn constant(value: f64) -> Self {
        Self::point(value)
    }

    fn exp(self) -> Self {
        self.exp()
    }

    fn ln(self) -> Self {
        self.ln()
    }

    fn ln_1p(self) -> Self {
        self.ln_1p()
    }

    fn sqrt(self) -> Self {
        self.sqrt()
    }

    fn square(self) -> Self {
        self.square()
    }

    fn order(self, other: Self) -> Option<Ordering> {
        if self.low > other.high {
            Some(Ordering::Greater)
        } else if self.high < other.low {
            Some(Ordering::Less)
        } else {
            None
        }
    }

    fn either(self, other: Self) -> Self {
        self.hull(other)
    }

    fn max(self, other: Self) -> Self {
        Self::new(self.low.max(other.low), self.high.max(other.high))
    }
}
