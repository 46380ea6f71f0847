//! The four operations and the root, rounded down or up.
//!
//! The processor rounds to the nearest number. How far it missed, and to which
//! side, can be computed exactly: for a sum by the algorithm *TwoSum*, for the
//! others by a fused multiply-add, which rounds once. If it missed to the wrong
//! side, the neighbor is the bound.
//!
//! Source: T. Ogita, S. M. Rump and S. Oishi, "Accurate Sum and Dot Product",
//! SIAM Journal on Scientific Computing 26 (2005), 1955–1988.

/// Below this the error of a product may itself underflow; then the neighbor is
/// taken in any case.
const TINY: f64 = 1e-280;

/// A lower bound of a + b, and the largest one unless it overflows.
#[must_use]
pub fn add_down(a: f64, b: f64) -> f64 {
    let sum = a + b;
    let part_of_b = sum - a;
    let error = (a - (sum - part_of_b)) + (b - part_of_b);
    at_most(sum, error, a.is_finite() && b.is_finite())
}

/// A lower bound of a · b.
#[must_use]
pub fn mul_down(a: f64, b: f64) -> f64 {
    // In interval arithmetic 0 · ∞ is 0: an end at ∞ stands for all finite numbers.
    if a == 0.0 || b == 0.0 {
        return 0.0;
    }
    let product = a * b;
    let error = a.mul_add(b, -product);
    let error = if product.abs() < TINY { -1.0 } else { error };
    at_most(product, error, a.is_finite() && b.is_finite())
}

/// A lower bound of a / b, where b is not 0.
#[must_use]
pub fn div_down(a: f64, b: f64) -> f64 {
    if a == 0.0 {
        return 0.0;
    }
    let quotient = a / b;
    let rest = (-quotient).mul_add(b, a) * b.signum();
    let is_tiny = quotient.abs() < TINY || a.abs() < TINY;
    at_most(
        quotient,
        if is_tiny { -1.0 } else { rest },
        a.is_finite() && b.is_finite(),
    )
}

/// A lower bound of √a, where a is not negative.
#[must_use]
pub fn sqrt_down(a: f64) -> f64 {
    let root = a.sqrt();
    let rest = if a < TINY {
        -1.0
    } else {
        (-root).mul_add(root, a)
    };
    if a == 0.0 {
        0.0
    } else {
        at_most(root, rest, a.is_finite())
    }
}

/// An upper bound of a + b.
#[must_use]
pub fn add_up(a: f64, b: f64) -> f64 {
    -add_down(-a, -b)
}

/// An upper bound of a · b.
#[must_use]
pub fn mul_up(a: f64, b: f64) -> f64 {
    -mul_down(-a, b)
}

/// An upper bound of a / b, where b is not 0.
#[must_use]
pub fn div_up(a: f64, b: f64) -> f64 {
    -div_down(-a, b)
}

/// An upper bound of √a, where a is not negative.
#[must_use]
pub fn sqrt_up(a: f64) -> f64 {
    let root = sqrt_down(a);
    // The bound below is the root itself or its neighbor.
    if mul_down(root, root) >= a {
        root
    } else {
        root.next_up()
    }
}

/// The largest number that is at most `rounded` + `error`, where `error` is
/// exact, or negative if nothing is known about it.
fn at_most(rounded: f64, error: f64, operands_are_finite: bool) -> f64 {
    if operands_are_finite && rounded == f64::INFINITY {
        f64::MAX
    } else if !operands_are_finite || rounded == f64::NEG_INFINITY || error >= 0.0 {
        rounded
    } else {
        // Also where the error is NaN, since TwoSum overflowed on the way.
        rounded.next_down()
    }
}
