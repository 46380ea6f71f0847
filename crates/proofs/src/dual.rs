//! Dual numbers: a value together with its derivative.
//!
//! Every operation carries the derivative along by the chain rule, exactly: no
//! step is chosen, and nothing cancels but what cancels in the formula.
//!
//! Over intervals the slope contains the derivative at every point of the box.
//! Where it cannot be decided which branch of a maximum is taken, it contains
//! the slopes of both and all between, so all subgradients.
//!
//! Source: R. E. Wengert, "A simple automatic derivative evaluation program",
//! Communications of the ACM 7 (1964), 463–464.

use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::{Interval, Real};

/// A value, and how fast it changes with the variable.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dual<T> {
    /// The value.
    pub value: T,
    /// Its derivative.
    pub slope: T,
}

impl<T: Real> Dual<T> {
    /// The variable: its slope is 1.
    pub fn variable(value: T) -> Self {
        let slope = T::constant(1.0);
        Self { value, slope }
    }

    /// What does not change with the variable: its slope is 0.
    pub fn fixed(value: T) -> Self {
        let slope = T::constant(0.0);
        Self { value, slope }
    }

    /// The value `value` of a function whose derivative here is `derivative`.
    fn chain(self, value: T, derivative: T) -> Self {
        let slope = derivative * self.slope;
        Self { value, slope }
    }
}

impl<T: Real> Neg for Dual<T> {
    type Output = Self;

    fn neg(self) -> Self {
        Self {
            value: -self.value,
            slope: -self.slope,
        }
    }
}

impl<T: Real> Add for Dual<T> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            value: self.value + other.value,
            slope: self.slope + other.slope,
        }
    }
}

impl<T: Real> Sub for Dual<T> {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl<T: Real> Mul for Dual<T> {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        Self {
            value: self.value * other.value,
            slope: self.slope * other.value + self.value * other.slope,
        }
    }
}

impl<T: Real> Div for Dual<T> {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        let value = self.value / other.value;
        Self {
            value,
            slope: (self.slope - value * other.slope) / other.value,
        }
    }
}

impl<T: Real> Real for Dual<T> {
    fn constant(value: f64) -> Self {
        Self::fixed(T::constant(value))
    }

    fn exp(self) -> Self {
        let value = self.value.exp();
        self.chain(value, value)
    }

    fn ln(self) -> Self {
        self.chain(self.value.ln(), T::constant(1.0) / self.value)
    }

    fn ln_1p(self) -> Self {
        let derivative = T::constant(1.0) / (T::constant(1.0) + self.value);
        self.chain(self.value.ln_1p(), derivative)
    }

    fn sqrt(self) -> Self {
        let root = self.value.sqrt();
        self.chain(root, T::constant(0.5) / root)
    }

    fn square(self) -> Self {
        self.chain(self.value.square(), T::constant(2.0) * self.value)
    }

    fn order(self, other: Self) -> Option<Ordering> {
        self.value.order(other.value)
    }

    /// Between two functions there may be a jump, so that nothing is known
    /// about the derivative: 0 / 0 is undefined on numbers, entire on intervals.
    fn either(self, other: Self) -> Self {
        Self {
            value: self.value.either(other.value),
            slope: T::constant(0.0) / T::constant(0.0),
        }
    }

    fn max(self, other: Self) -> Self {
        match self.order(other) {
            Some(Ordering::Greater) => self,
            Some(_) => other,
            None => Self {
                value: self.value.max(other.value),
                slope: self.slope.either(other.slope),
            },
        }
    }
}

/// A formula in `N` variables, written once for every kind of number.
pub trait Formula<const N: usize> {
    /// Its value.
    fn at<R: Real>(&self, x: [R; N]) -> R;

    /// Its derivative with respect to the variable at `index`.
    fn slope<R: Real>(&self, x: [R; N], index: usize) -> R {
        self.dual(x, index).slope
    }

    /// Its second derivative with respect to the variables `first` and `second`.
    fn curvature<R: Real>(&self, x: [R; N], first: usize, second: usize) -> R {
        let outer = std::array::from_fn(|i| seed(seed(x[i], i == first), i == second));
        self.at(outer).slope.slope
    }

    /// Its value and its derivative with respect to the variable at `index`.
    fn dual<R: Real>(&self, x: [R; N], index: usize) -> Dual<R> {
        self.at(std::array::from_fn(|i| seed(x[i], i == index)))
    }

    /// An interval that contains all values on a box: the formula itself, and
    /// the mean-value form f(c) + f′(box) (box − c), which is narrower on small
    /// boxes, since it knows that a variable that occurs twice is the same.
    fn range(&self, x: [Interval; N]) -> Interval {
        let center = x.map(|it| Interval::point(it.middle()));
        let centered = (0..N).fold(self.at(center), |sum, i| {
            sum + self.slope(x, i) * (x[i] - center[i])
        });
        self.at(x).intersect(centered)
    }
}

fn seed<R: Real>(value: R, is_variable: bool) -> Dual<R> {
    if is_variable {
        Dual::variable(value)
    } else {
        Dual::fixed(value)
    }
}
