//! The library's values and gradients, against dual numbers, differences and
//! 50 digits.

use proofs::nine::NAMES;
use proofs::{digits, gradients, kinks};

#[test]
fn agree_with_dual_numbers_and_differences() {
    for loss in NAMES {
        let n_differences = gradients::check(loss).unwrap();
        assert!(n_differences >= 900, "{loss}: only {n_differences}");
    }
}

#[test]
fn are_within_their_bounds_of_fifty_digits() {
    for (loss, accuracy) in digits::of_library() {
        assert!(
            accuracy.failures.is_empty(),
            "{}",
            accuracy.failures.join("\n")
        );
        assert!(
            accuracy.counts[0] >= 60,
            "{loss}: only {}",
            accuracy.counts[0]
        );
    }
}

#[test]
fn fifty_digits_lie_in_the_intervals() {
    let outside = digits::not_enclosed();
    assert!(outside.is_empty(), "{}", outside.join("\n"));
}

#[test]
fn ulps_count_floats() {
    assert_eq!(digits::ulps(1.0, 1.0_f64.next_up()), 1.0);
    assert_eq!(digits::ulps(-5e-324, 5e-324), 2.0);
    assert_eq!(digits::ulps(0.0, -0.0), 0.0);
    assert_eq!(digits::ulps(f64::NAN, f64::NAN), 0.0);
    assert_eq!(digits::ulps(f64::NAN, 1.0), f64::INFINITY);
    assert_eq!(digits::ulps(f64::INFINITY, f64::MAX), 1.0);
}

#[test]
fn the_textbook_gradient_of_cross_entropy_misses_its_bound() {
    // sigma(z) − y loses what is left of it, before it was written as (1 − y) − sigma(−z).
    let textbook = |row: &digits::Row| {
        let (logit, label) = (row.groups[0][0], row.groups[1][0]);
        let mut result = proofs::nine::by_library(row.loss, &row.groups).unwrap();
        result[1] = 1.0 / (1.0 + (-logit).exp()) - label;
        result
    };
    let accuracy = digits::accuracy("binary_cross_entropy", textbook);
    assert!(
        accuracy
            .failures
            .iter()
            .any(|it| it.contains("[[40.0], [1.0]]: gradient 0e0"))
    );
}

#[test]
fn the_naive_check_fails_at_every_kink_and_the_subgradient_is_one() {
    for kink in kinks::kinks() {
        kink.check().unwrap();
    }
}

#[test]
fn dual_numbers_take_a_branch_or_divide_zero_by_zero_at_a_kink() {
    let dual: Vec<f64> = kinks::kinks().iter().map(|it| it.slopes().dual).collect();
    assert_eq!(dual[..2], [1.0, -1.0]);
    assert!(dual[2].is_nan());
}
