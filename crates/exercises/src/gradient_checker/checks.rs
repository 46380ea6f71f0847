use ndarray::{Array1, array};

use super::answer::is_gradient;

fn cubes(x: &Array1<f64>) -> f64 {
    x.mapv(|it| it * it * it).sum()
}

#[test]
fn accepts_the_right_gradient() {
    let at = array![1.0, -2.0, 0.5];
    assert!(
        is_gradient(cubes, &array![3.0, 12.0, 0.75], &at),
        "the gradient of Σx³ is 3x²; a forward difference is off in the fifth digit"
    );
}

#[test]
fn accepts_it_far_out() {
    assert!(
        is_gradient(cubes, &array![3e18], &array![1e9]),
        "at 1e9 the step must grow with the coordinate, and the tolerance be relative"
    );
}

#[test]
fn accepts_a_tiny_one() {
    let tiny = |x: &Array1<f64>| 1e-9 * x[0] * x[0];
    assert!(
        is_gradient(tiny, &array![4e-9], &array![2.0]),
        "2e-9·x is right"
    );
}

#[test]
fn accepts_one_below_the_rounding_of_the_value() {
    let beside_a_thousand = |x: &Array1<f64>| 1000.0 + 1e-9 * x[0];
    assert!(
        is_gradient(beside_a_thousand, &array![1e-9], &array![1.0]),
        "a value of 1000 is rounded to 1e-13, and its difference over a step of 1e-5 to 1e-8: allow for that"
    );
}

#[test]
fn rejects_a_tiny_wrong_one() {
    let tiny = |x: &Array1<f64>| 1e-9 * x[0] * x[0];
    assert!(
        !is_gradient(tiny, &array![8e-9], &array![2.0]),
        "twice the gradient passed, because an absolute tolerance swallows everything small"
    );
}

#[test]
fn rejects_a_wrong_sign_and_a_missing_factor() {
    let at = array![1.0, -2.0];
    assert!(
        !is_gradient(cubes, &array![-3.0, -12.0], &at),
        "the sign is turned"
    );
    assert!(
        !is_gradient(cubes, &array![1.0, 4.0], &at),
        "the factor 3 is missing"
    );
}

#[test]
fn rejects_a_wrong_one_far_out() {
    assert!(
        !is_gradient(cubes, &array![6e24], &array![1e12]),
        "a step of 1e-5 at 1e12 is lost in rounding, and then anything goes: scale the step"
    );
}

#[test]
fn rejects_a_small_wrong_coordinate_beside_a_large_one() {
    let mixed = |x: &Array1<f64>| 1e6 * x[0] + x[1];
    assert!(
        !is_gradient(mixed, &array![1e6, 0.0], &array![1.0, 1.0]),
        "an error of 1 hides in the norm of a gradient of a million: compare each coordinate"
    );
}

#[test]
fn rejects_nan_and_a_wrong_length() {
    assert!(
        !is_gradient(cubes, &array![f64::NAN], &array![1.0]),
        "a comparison with NaN is false: write the test so that false rejects"
    );
    assert!(
        !is_gradient(cubes, &array![3.0], &array![1.0, 2.0]),
        "one claim for two coordinates"
    );
}
