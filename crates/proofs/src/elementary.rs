//! Enclosures of the exponential and the logarithm at a number.
//!
//! The libraries of the system promise no bound on their error, and those that
//! round correctly are tens of thousands of lines of C. A series whose rest is
//! bounded by a theorem, summed in interval arithmetic, needs neither: rounding
//! and rest are both inside the result.

use crate::Interval;

/// ln 2 in two parts. The first ends in 32 zero bits, so that its product with
/// an exponent is exact; the second is enclosed.
const LN_2_HIGH: f64 = 0.693_147_180_369_123_8;
const LN_2_LOW: Interval = Interval {
    low: 1.908_214_929_270_587_7e-10,
    high: 1.908_214_929_270_588e-10,
};

/// An interval that contains exp(x).
///
/// With n = round(x / ln 2) and r = x − n ln 2, it is 2ⁿ exp(r). The series
/// ends with Lagrange's rest, rᵏ / k! exp(ξ) for some ξ between 0 and r; as
/// |r| < 0.4, that last exponential lies between ½ and 2.
#[must_use]
pub fn exp(x: f64) -> Interval {
    // exp(709.79) is above the largest number, exp(−745.2) below half the smallest.
    if x > 709.79 {
        return Interval::new(f64::MAX, f64::INFINITY);
    }
    if x < -745.2 {
        return Interval::new(0.0, f64::from_bits(1));
    }
    let exponent = (x / std::f64::consts::LN_2).round();
    let [high, low] = times_ln_2(exponent);
    let rest = Interval::point(x) - high - low;
    // Times 18!, so that every coefficient 18! / k! is a whole number below 2⁵³.
    let start = (Interval::new(0.5, 2.0), 1.0);
    let (series, factorial) = (1..=18).rev().fold(start, |(inner, coefficient), k| {
        let coefficient = coefficient * f64::from(k);
        (Interval::point(coefficient) + rest * inner, coefficient)
    });
    let series = series / Interval::point(factorial);
    // Twice, since 2ⁿ alone may overflow.
    let half = (exponent / 2.0).floor();
    series * power_of_two(half) * power_of_two(exponent - half)
}

/// An interval that contains ln x; x must not be negative.
///
/// With x = m 2ᵏ and √½ ≤ m < √2, it is k ln 2 + ln m, where
/// ln m = 2 artanh t for t = (m − 1) / (m + 1).
#[must_use]
pub fn ln(x: f64) -> Interval {
    if x == 0.0 {
        return Interval::new(f64::NEG_INFINITY, f64::MIN);
    }
    if x == f64::INFINITY {
        return Interval::new(f64::MAX, f64::INFINITY);
    }
    let (mantissa, exponent) = split(x);
    let m = Interval::point(mantissa);
    let [high, low] = times_ln_2(exponent);
    high + (low + TWO * artanh((m - ONE) / (m + ONE)))
}

/// An interval that contains ln(1 + x); x must not be below −1.
#[must_use]
pub fn ln_1p(x: f64) -> Interval {
    let x_itself = Interval::point(x);
    if (-0.25..=0.25).contains(&x) {
        TWO * artanh(x_itself / (TWO + x_itself))
    } else {
        (ONE + x_itself).ln()
    }
}

const ONE: Interval = Interval {
    low: 1.0,
    high: 1.0,
};
const TWO: Interval = Interval {
    low: 2.0,
    high: 2.0,
};

/// artanh t = t (1 + t²/3 + t⁴/5 + …) for |t| < 0.2. From any place on, what
/// follows the power is positive and below 1 / (1 − t²) < 2.
fn artanh(t: Interval) -> Interval {
    let square = t.square();
    let series = (0..=14).rev().fold(Interval::new(0.0, 2.0), |tail, k| {
        ONE / Interval::point(f64::from(2 * k + 1)) + square * tail
    });
    t * series
}

/// n ln 2 as the sum of two, since one would have lost what the second has.
fn times_ln_2(n: f64) -> [Interval; 2] {
    let n = Interval::point(n);
    [n * Interval::point(LN_2_HIGH), n * LN_2_LOW]
}

fn power_of_two(n: f64) -> Interval {
    // Exact, as the exponent is halved and so far from both ends.
    let bits = (n + 1023.0) as u64;
    Interval::point(f64::from_bits(bits << 52))
}

/// m and k with x = m 2ᵏ exactly and √½ ≤ m < √2, for a positive finite x.
fn split(x: f64) -> (f64, f64) {
    const TWO_TO_54: f64 = 18_014_398_509_481_984.0;
    if x < f64::MIN_POSITIVE {
        let (mantissa, exponent) = split(x * TWO_TO_54);
        return (mantissa, exponent - 54.0);
    }
    let bits = x.to_bits();
    let exponent = ((bits >> 52) as i32 - 1023).into();
    let mantissa = f64::from_bits((bits & ((1 << 52) - 1)) | (1023 << 52));
    if mantissa < std::f64::consts::SQRT_2 {
        (mantissa, exponent)
    } else {
        (mantissa / 2.0, exponent + 1.0)
    }
}
