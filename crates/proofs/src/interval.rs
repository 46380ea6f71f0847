//! Closed intervals of real numbers, with outward rounding.

use std::fmt;
use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::elementary;
use crate::rounding::{add_down, add_up, div_down, div_up, mul_down, mul_up, sqrt_down, sqrt_up};

/// All real numbers from `low` to `high`.
///
/// An operation on intervals returns an interval that contains the result of
/// the operation on *any* numbers in them. An infinite end says that there is
/// no bound. What is undefined somewhere, such as a quotient whose divisor may
/// be 0, is [`Interval::ENTIRE`], about which nothing can be proven.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// No number of the interval is smaller.
    pub low: f64,
    /// No number of the interval is larger.
    pub high: f64,
}

impl Interval {
    /// Every real number.
    pub const ENTIRE: Self = Self {
        low: f64::NEG_INFINITY,
        high: f64::INFINITY,
    };

    /// The interval from `low` to `high`.
    ///
    /// # Panics
    ///
    /// When the ends are not in order.
    #[must_use]
    pub fn new(low: f64, high: f64) -> Self {
        assert!(low <= high, "there is no interval from {low} to {high}");
        Self { low, high }
    }

    /// The interval that holds one number.
    #[must_use]
    pub fn point(value: f64) -> Self {
        Self::new(value, value)
    }

    /// Whether `value` lies in it.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    /// The smallest interval that contains both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self::new(self.low.min(other.low), self.high.max(other.high))
    }

    /// What both have in common; both contain the same true value.
    #[must_use]
    pub fn intersect(self, other: Self) -> Self {
        Self::new(self.low.max(other.low), self.high.min(other.high))
    }

    /// How long it is, rounded up.
    #[must_use]
    pub fn width(self) -> f64 {
        add_up(self.high, -self.low)
    }

    /// A number in the middle, where the interval may be cut.
    #[must_use]
    pub fn middle(self) -> f64 {
        match (self.low.is_finite(), self.high.is_finite()) {
            (true, true) => 0.5 * self.low + 0.5 * self.high,
            (true, false) => 2.0 * self.low.abs() + 1.0,
            (false, true) => -2.0 * self.high.abs() - 1.0,
            (false, false) => 0.0,
        }
    }

    /// The largest absolute value.
    #[must_use]
    pub fn magnitude(self) -> f64 {
        self.low.abs().max(self.high.abs())
    }

    /// All squares; none is negative, which x · x would not know.
    #[must_use]
    pub fn square(self) -> Self {
        let smallest = self.low.max(-self.high).max(0.0);
        let largest = self.magnitude();
        Self::new(mul_down(smallest, smallest), mul_up(largest, largest))
    }

    /// All roots; entire if some number is negative.
    #[must_use]
    pub fn sqrt(self) -> Self {
        if self.low < 0.0 {
            return Self::ENTIRE;
        }
        Self::new(sqrt_down(self.low), sqrt_up(self.high))
    }

    /// All exponentials.
    #[must_use]
    pub fn exp(self) -> Self {
        Self::new(
            elementary::exp(self.low).low,
            elementary::exp(self.high).high,
        )
    }

    /// All logarithms; entire if some number is negative.
    #[must_use]
    pub fn ln(self) -> Self {
        if self.low < 0.0 {
            return Self::ENTIRE;
        }
        Self::new(elementary::ln(self.low).low, elementary::ln(self.high).high)
    }

    /// All ln(1 + x); entire if some number is below −1.
    #[must_use]
    pub fn ln_1p(self) -> Self {
        if self.low < -1.0 {
            return Self::ENTIRE;
        }
        Self::new(
            elementary::ln_1p(self.low).low,
            elementary::ln_1p(self.high).high,
        )
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "[{:?}, {:?}]", self.low, self.high)
    }
}

impl Neg for Interval {
    type Output = Self;

    fn neg(self) -> Self {
        Self::new(-self.high, -self.low)
    }
}

impl Add for Interval {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(add_down(self.low, other.low), add_up(self.high, other.high))
    }
}

impl Sub for Interval {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Interval {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        if other.low >= 0.0 {
            // The least product has the largest factor if it is negative.
            let low = if self.low < 0.0 {
                other.high
            } else {
                other.low
            };
            let high = if self.high < 0.0 {
                other.low
            } else {
                other.high
            };
            Self::new(mul_down(self.low, low), mul_up(self.high, high))
        } else if other.high <= 0.0 {
            -(self * -other)
        } else if self.low >= 0.0 || self.high <= 0.0 {
            other * self
        } else {
            // Both contain 0: the extremes are at opposite corners.
            let low = mul_down(self.low, other.high).min(mul_down(self.high, other.low));
            let high = mul_up(self.low, other.low).max(mul_up(self.high, other.high));
            Self::new(low, high)
        }
    }
}

impl Div for Interval {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        if other.contains(0.0) {
            return Self::ENTIRE;
        }
        if other.high < 0.0 {
            return -(self / -other);
        }
        let low = if self.low < 0.0 {
            other.low
        } else {
            other.high
        };
        let high = if self.high < 0.0 {
            other.high
        } else {
            other.low
        };
        Self::new(div_down(self.low, low), div_up(self.high, high))
    }
}
