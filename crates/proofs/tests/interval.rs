//! Interval arithmetic encloses, and encloses narrowly.

use proofs::rounding::{add_down, add_up, div_down, div_up, mul_down, mul_up, sqrt_down, sqrt_up};
use proofs::{Interval, elementary};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

fn config() -> Config {
    Config {
        cases: 2000,
        rng_seed: RngSeed::Fixed(1964),
        failure_persistence: None,
        ..Config::default()
    }
}

/// How many numbers lie between two, counted along the number line.
fn steps(low: f64, high: f64) -> i64 {
    let place = |it: f64| {
        let bits = it.to_bits() as i64;
        if bits < 0 { i64::MIN - bits } else { bits }
    };
    place(high) - place(low)
}

/// The bounds of exp, ln and ln(1 + x) from mpmath hold inside ours, and ours
/// are at most eight numbers wider.
#[test]
fn encloses_the_values_of_mpmath() {
    let values = include_str!("../reference/elementary.tsv");
    let rows = values.lines().filter(|line| !line.starts_with('#'));
    let mut n_rows = 0;
    for row in rows {
        let (name, numbers) = row.split_once('\t').unwrap();
        let numbers: Vec<f64> = numbers.split('\t').map(|it| it.parse().unwrap()).collect();
        let [x, low, high] = numbers[..] else {
            panic!("not three numbers: {row}");
        };
        let ours = match name {
            "exp" => elementary::exp(x),
            "ln" => elementary::ln(x),
            "ln_1p" => elementary::ln_1p(x),
            _ => panic!("no such function: {name}"),
        };
        assert!(ours.low <= low && high <= ours.high, "{row}: {ours}");
        // Next to the smallest number an error cannot be told from the result.
        let is_tiny = x.abs() < 1e-290 && name == "ln_1p";
        assert!(is_tiny || steps(ours.low, ours.high) <= 8, "{row}: {ours}");
        n_rows += 1;
    }
    assert!(n_rows > 400);
}

#[test]
fn has_the_limits_of_exp_and_ln() {
    let all = Interval::ENTIRE;
    assert_eq!(all.exp(), Interval::new(0.0, f64::INFINITY));
    assert_eq!(Interval::new(0.0, f64::INFINITY).ln(), all);
    assert_eq!(Interval::new(-1.0, 1.0).ln(), all);
    assert_eq!(Interval::new(-1.0, f64::INFINITY).ln_1p(), all);
    assert_eq!(Interval::new(-1.0, 4.0).sqrt(), all);
    assert_eq!(Interval::point(0.0).exp(), Interval::point(1.0));
    assert_eq!(Interval::point(1.0).ln(), Interval::point(0.0));
    assert_eq!(elementary::exp(1000.0).low, f64::MAX);
    assert_eq!(elementary::exp(-1000.0), Interval::new(0.0, 5e-324));
}

#[test]
fn squares_and_quotients_know_their_domain() {
    assert_eq!(Interval::new(-1.0, 2.0).square(), Interval::new(0.0, 4.0));
    assert_eq!(Interval::new(-3.0, -2.0).square(), Interval::new(4.0, 9.0));
    let over_zero = Interval::point(1.0) / Interval::new(-1.0, 1.0);
    assert_eq!(over_zero, Interval::ENTIRE);
    let unbounded = Interval::new(1.0, f64::INFINITY);
    assert_eq!(Interval::point(1.0) / unbounded, Interval::new(0.0, 1.0));
    assert_eq!(unbounded / unbounded, Interval::new(0.0, f64::INFINITY));
    assert_eq!(
        Interval::point(0.0) * Interval::ENTIRE,
        Interval::point(0.0)
    );
}

#[test]
fn overflow_and_underflow_stay_enclosed() {
    assert_eq!(add_down(f64::MAX, f64::MAX), f64::MAX);
    assert_eq!(add_up(f64::MAX, f64::MAX), f64::INFINITY);
    assert_eq!(mul_down(1e200, 1e200), f64::MAX);
    assert_eq!(mul_down(-1e200, 1e200), f64::NEG_INFINITY);
    assert_eq!(mul_up(5e-324, 0.5), 5e-324);
    assert!(mul_down(5e-324, 0.5) <= 0.0);
    assert!(div_up(5e-324, 2.0) > 0.0);
}

proptest! {
    #![proptest_config(config())]

    // Whole numbers, so that the exact result is one too: i128 is the witness.
    #[test]
    fn sums_are_bounded(a in -(1_i64 << 53)..1 << 53, b in -(1_i64 << 53)..1 << 53, shift in 0..60) {
        let scale = f64::from(shift).exp2();
        let (x, y) = (a as f64 * scale, b as f64);
        let exact = (i128::from(a) << shift) + i128::from(b);
        assert_bounds(exact, add_down(x, y), add_up(x, y));
    }

    #[test]
    fn products_are_bounded(a in -(1_i64 << 53)..1 << 53, b in -(1_i64 << 53)..1 << 53) {
        let exact = i128::from(a) * i128::from(b);
        assert_bounds(exact, mul_down(a as f64, b as f64), mul_up(a as f64, b as f64));
    }

    #[test]
    fn quotients_and_roots_are_bounded(a in 1_i64..1 << 20, b in 1_i64..1 << 26) {
        let (x, y) = (a as f64, b as f64);
        let [low, high] = [div_down(x, y), div_up(x, y)];
        // A quotient times 2⁸⁰ is a whole number here, and q ≤ a / b if q b ≤ a.
        let times_b = |q: f64| (q * 80.0_f64.exp2()) as i128 * i128::from(b);
        prop_assert!(times_b(low) <= i128::from(a) << 80);
        prop_assert!(times_b(high) >= i128::from(a) << 80);
        prop_assert!(steps(low, high) <= 1);

        let [low, high] = [sqrt_down(y), sqrt_up(y)];
        prop_assert!(mul_down(low, low) <= y && mul_up(high, high) >= y);
        prop_assert!(steps(low, high) <= 1);
    }

    // The value at a point of a box is in the range of the box.
    #[test]
    fn a_range_contains_the_values(
        ends in [-20.0..20.0, -20.0..20.0, -20.0..20.0, -20.0..20.0],
        at in [0.0..1.0, 0.0..1.0],
    ) {
        let [a, b, c, d]: [f64; 4] = ends;
        let box_of = |a: f64, b: f64| Interval::new(a.min(b), a.max(b));
        let inside = |a: f64, b: f64, at: f64| Interval::point((a + at * (b - a)).clamp(a.min(b), a.max(b)));
        let results = |x: Interval, y: Interval| {
            [x + y, x - y, x * y, x / y, x.exp(), x.square(), y.exp().ln(), y.exp().ln_1p(), y.square().sqrt()]
        };
        let ranges = results(box_of(a, b), box_of(c, d));
        let values = results(inside(a, b, at[0]), inside(c, d, at[1]));
        for (range, value) in ranges.into_iter().zip(values) {
            prop_assert!(range.low <= value.high && value.low <= range.high, "{value} is not in {range}");
        }
    }
}

/// The exact whole number lies between the bounds, which are next to each
/// other, or the same if it is a float.
fn assert_bounds(exact: i128, low: f64, high: f64) {
    assert!(
        low as i128 <= exact && exact <= high as i128,
        "{exact} is not in [{low}, {high}]"
    );
    let is_float = (exact as f64) as i128 == exact;
    assert_eq!(
        steps(low, high),
        i64::from(!is_float),
        "{exact} in [{low}, {high}]"
    );
}
