//! The Wasserstein-1 distance of two samples on a line.

mod common;

use common::{central_difference, config};
use losses::prelude::*;
use proptest::prelude::*;

/// ∫ |F − G|, a sum over the intervals between all points.
fn by_distribution_functions(first: &[f64], second: &[f64]) -> f64 {
    let mut points = [first, second].concat();
    points.sort_by(f64::total_cmp);
    let share = |sample: &[f64], at: f64| {
        sample.iter().filter(|it| **it <= at).count() as f64 / sample.len() as f64
    };
    points
        .windows(2)
        .map(|it| (share(first, it[0]) - share(second, it[0])).abs() * (it[1] - it[0]))
        .sum()
}

#[test]
fn of_shifted_samples_is_the_shift() {
    let sample = array![3.0, -1.0, 0.5];
    for shift in [-1e6, -0.25, 0.0, 2.0] {
        let distance = wasserstein(&sample, &(&sample + shift)).unwrap();
        assert_relative_eq!(distance, shift.abs(), max_relative = 1e-9);
    }
}

#[test]
fn of_two_points_is_their_distance() {
    assert_eq!(wasserstein(&array![-2.0], &array![5.0]).unwrap(), 7.0);
    assert_eq!(
        wasserstein_gradient(&array![-2.0], &array![5.0]).unwrap(),
        array![-1.0]
    );
}

#[test]
fn of_other_sizes_splits_the_mass() {
    // A third of 0 goes to each of −1, 0 and 4.
    assert_relative_eq!(
        wasserstein(&array![0.0], &array![-1.0, 0.0, 4.0]).unwrap(),
        5.0 / 3.0
    );
    let gradient = wasserstein_gradient(&array![0.0], &array![-1.0, 0.0, 4.0]).unwrap();
    assert_abs_diff_eq!(gradient, array![0.0], epsilon = 1e-15);
}

#[test]
fn equal_samples_stand_still() {
    let sample = array![1.0, 1.0, -2.0];
    assert_eq!(wasserstein(&sample, &sample).unwrap(), 0.0);
    assert_eq!(
        wasserstein_gradient(&sample, &sample).unwrap(),
        Array1::<f64>::zeros(3)
    );
}

#[test]
fn passes_nan_and_infinity_through() {
    let sample = array![0.0, 1.0];
    assert!(
        wasserstein(&array![f64::NAN, 0.0], &sample)
            .unwrap()
            .is_nan()
    );
    assert_eq!(
        wasserstein(&array![f64::INFINITY, 0.0], &sample).unwrap(),
        f64::INFINITY
    );
}

#[test]
fn rejects_an_empty_sample() {
    let (none, one) = (Array1::<f64>::zeros(0), array![1.0]);
    for (first, second, name) in [
        (&none, &one, "size of first"),
        (&one, &none, "size of second"),
    ] {
        let expected = LossError::InvalidParameter {
            name,
            domain: "positive",
            value: 0.0,
        };
        assert_eq!(wasserstein(first, second), Err(expected.clone()));
        assert_eq!(wasserstein_gradient(first, second), Err(expected));
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn is_the_area_between_the_distribution_functions(
        first in prop::collection::vec(-3.0..3.0, 1..7),
        second in prop::collection::vec(-3.0..3.0, 1..7),
    ) {
        let area = by_distribution_functions(&first, &second);
        let (first, second) = (Array1::from(first), Array1::from(second));
        assert_abs_diff_eq!(wasserstein(&first, &second).unwrap(), area, epsilon = 1e-12);
        assert_abs_diff_eq!(wasserstein(&second, &first).unwrap(), area, epsilon = 1e-12);

        let gradient = wasserstein_gradient(&first, &second).unwrap();
        let near = |a: f64, b: &Array1<f64>| b.iter().filter(|it| (a - **it).abs() < 1e-4).count();
        for (place, &at) in first.iter().enumerate() {
            prop_assume!(near(at, &second) == 0 && near(at, &first) == 1);
            let distance = |it| {
                let mut moved = first.clone();
                moved[place] = it;
                wasserstein(&moved, &second).unwrap()
            };
            assert_abs_diff_eq!(gradient[place], central_difference(distance, at), epsilon = 1e-7);
        }
    }
}
