//! What the checks compare with, and how they say what is wrong.
//!
//! A check fails with a lesson: what was asked, what came, and the mistake
//! that usually makes the difference.

use ndarray::{Array, Dimension};

/// Compares two numbers: to nine digits, or to 1e-12 where they are tiny.
///
/// # Panics
///
/// With the lesson, when they differ.
#[track_caller]
pub fn close(yours: f64, expected: f64, lesson: &str) {
    assert!(
        is_close(yours, expected),
        "yours is {yours}, expected is {expected}: {lesson}"
    );
}

/// Compares two arrays, element by element, as [`close`] does.
///
/// # Panics
///
/// With the lesson, when shapes or elements differ.
#[track_caller]
pub fn all_close<D: Dimension>(yours: &Array<f64, D>, expected: &Array<f64, D>, lesson: &str) {
    assert_eq!(
        yours.shape(),
        expected.shape(),
        "the shape of yours is not the one expected: {lesson}"
    );
    let same = yours.iter().zip(expected).all(|(&a, &b)| is_close(a, b));
    assert!(same, "yours is\n{yours}\nexpected is\n{expected}\n{lesson}");
}

/// Compares a gradient with slopes, which are right to about six digits only.
///
/// # Panics
///
/// With the lesson, when shapes or elements differ.
#[track_caller]
pub fn is_slope<D: Dimension>(
    gradient: &Array<f64, D>,
    at: &Array<f64, D>,
    value: impl Fn(&Array<f64, D>) -> f64,
    lesson: &str,
) {
    let slopes = slopes(at, value);
    assert_eq!(
        gradient.shape(),
        slopes.shape(),
        "a gradient has the shape of its argument: {lesson}"
    );
    let same = gradient
        .iter()
        .zip(&slopes)
        .all(|(&a, &b)| is_within(a, b, 1e-6 * (1.0 + b.abs())));
    assert!(
        same,
        "your gradient is\n{gradient}\nyour own value has the slopes\n{slopes}\n{lesson}"
    );
}

/// Central differences of `value`, one coordinate at a time.
fn slopes<D: Dimension>(
    at: &Array<f64, D>,
    value: impl Fn(&Array<f64, D>) -> f64,
) -> Array<f64, D> {
    const STEP: f64 = 1e-5;
    let shifted = |position: usize, step: f64| {
        let mut moved = at.clone();
        *moved
            .iter_mut()
            .nth(position)
            .expect("positions come from the same array") += step;
        value(&moved)
    };
    let slopes = (0..at.len()).map(|it| (shifted(it, STEP) - shifted(it, -STEP)) / (2.0 * STEP));
    Array::from_shape_vec(at.raw_dim(), slopes.collect()).expect("there is a slope per element")
}

fn is_close(a: f64, b: f64) -> bool {
    a == b || is_within(a, b, 1e-9 * a.abs().max(b.abs()) + 1e-12)
}

/// A tolerance in proportion to an overflow is infinite, and admits anything.
fn is_within(a: f64, b: f64, tolerance: f64) -> bool {
    tolerance.is_finite() && (a - b).abs() <= tolerance
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::{all_close, close, is_slope};

    #[test]
    fn an_infinity_is_close_to_itself_alone() {
        close(f64::INFINITY, f64::INFINITY, "the same");
        for yours in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
            let refused = |check: &dyn Fn()| {
                std::panic::catch_unwind(std::panic::AssertUnwindSafe(check)).is_err()
            };
            assert!(refused(&|| close(yours, 1000.0, "overflow")), "{yours}");
            assert!(refused(&|| close(1000.0, yours, "overflow")), "{yours}");
            assert!(refused(&|| all_close(&array![yours], &array![0.0], "")));
            assert!(refused(&|| is_slope(
                &array![yours],
                &array![0.0],
                |_| 0.0,
                ""
            )));
            let overflows = |at: &ndarray::Array1<f64>| if at[0] > 0.0 { yours } else { 0.0 };
            assert!(refused(&|| is_slope(
                &array![1.0],
                &array![0.0],
                overflows,
                ""
            )));
        }
    }

    #[test]
    fn nine_digits_are_close_and_eight_are_not() {
        close(1.0 + 9e-10, 1.0, "rounding");
        assert!(std::panic::catch_unwind(|| close(1.0 + 2e-9, 1.0, "a mistake")).is_err());
    }
}
