//! Second algorithms for the tests to compare with.
//!
//! Random tests are reproducible: [`config`] fixes the seed, so that every run
//! draws the same cases, and a failing case is printed rather than persisted.
//!
//! `assert_relative_eq!` accepts any two numbers closer than 2.2e-16 unless it
//! is told `epsilon = 0.0`: a test of a tail must say so.

// Each test file uses a part of this module.
#![allow(dead_code)]

use losses::prelude::*;
use proptest::test_runner::{Config, RngSeed};

/// The configuration of all random tests: 256 cases from a fixed seed.
pub fn config() -> Config {
    Config {
        cases: 256,
        rng_seed: RngSeed::Fixed(1964),
        failure_persistence: None,
        ..Config::default()
    }
}

/// Slope of `f` at `at`, from two values next to it.
pub fn central_difference(f: impl Fn(f64) -> f64, at: f64) -> f64 {
    let step = 6e-6 * at.abs().max(1.0);
    let (left, right) = (at - step, at + step);
    (f(right) - f(left)) / (right - left)
}

/// Curvature of `f` at `at`, from three values.
pub fn second_difference(f: impl Fn(f64) -> f64, at: f64) -> f64 {
    let step = 1e-4;
    (f(at + step) - 2.0 * f(at) + f(at - step)) / (step * step)
}

/// Slopes of `f` along each coordinate of `at`.
pub fn numerical_gradient(f: impl Fn(&Array2<f64>) -> f64, at: &Array2<f64>) -> Array2<f64> {
    Array2::from_shape_fn(at.raw_dim(), |index| {
        let moved = |value: f64| {
            let mut moved = at.clone();
            moved[index] = value;
            f(&moved)
        };
        central_difference(moved, at[index])
    })
}

/// Where a unimodal `f` is least, by golden-section search.
pub fn golden_section(f: impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    let ratio = (5.0_f64.sqrt() - 1.0) / 2.0;
    for _ in 0..100 {
        let (left, right) = (high - ratio * (high - low), low + ratio * (high - low));
        if f(left) < f(right) {
            high = right;
        } else {
            low = left;
        }
    }
    (low + high) / 2.0
}

/// Integral of `f` by Simpson's rule.
pub fn simpson(f: impl Fn(f64) -> f64, low: f64, high: f64) -> f64 {
    let n = 4000;
    let step = (high - low) / f64::from(n);
    let weight = |i: i32| {
        if i == 0 || i == n {
            1.0
        } else if i % 2 == 1 {
            4.0
        } else {
            2.0
        }
    };
    (0..=n)
        .map(|i| weight(i) * f(low + f64::from(i) * step))
        .sum::<f64>()
        * step
        / 3.0
}

/// Sigmoid by the identity σ(z) = (1 + tanh(z / 2)) / 2.
pub fn sigmoid_by_tanh(logit: f64) -> f64 {
    0.5 * (1.0 + (0.5 * logit).tanh())
}

/// The parameter values that no positive parameter may take.
pub const NOT_POSITIVE: [f64; 6] = [0.0, -0.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY];

/// Asserts that `error` rejects the parameter `name` with the value `expected`.
#[track_caller]
pub fn assert_rejects_parameter<T>(
    result: Result<T, LossError>,
    expected_name: &str,
    expected: f64,
) {
    match result {
        Err(LossError::InvalidParameter {
            name,
            domain,
            value,
        }) => {
            assert_eq!((name, domain), (expected_name, "positive and finite"));
            assert_eq!(value.to_bits(), expected.to_bits());
        }
        Err(other) => panic!("wrong error: {other}"),
        Ok(_) => panic!("`{expected_name}` = {expected} was accepted"),
    }
}

/// Asserts that the shapes are rejected, and reported under these names.
#[track_caller]
pub fn assert_rejects_shapes<T>(
    result: Result<T, LossError>,
    expected: [(&'static str, &[usize]); 2],
) {
    let [(first, first_shape), (second, second_shape)] = expected;
    let expected = LossError::ShapeMismatch {
        first,
        first_shape: first_shape.to_vec(),
        second,
        second_shape: second_shape.to_vec(),
    };
    assert_eq!(result.err(), Some(expected));
}

/// Asserts equality where NaN equals NaN, and +0 does not equal −0.
#[track_caller]
pub fn assert_same<D: ndarray::Dimension>(actual: &Array<f64, D>, expected: &Array<f64, D>) {
    let bits = |it: &Array<f64, D>| it.mapv(|it| if it.is_nan() { u64::MAX } else { it.to_bits() });
    assert_eq!(bits(actual), bits(expected), "{actual} is not {expected}");
}

/// A view that is neither contiguous nor in order: the last row first, and
/// every other column.
pub fn every_other_column_upside_down(data: &Array2<f64>) -> ArrayView2<'_, f64> {
    let mut view = data
        .slice_axis(Axis(1), ndarray::Slice::new(0, None, 2))
        .reborrow();
    view.invert_axis(Axis(0));
    view
}
