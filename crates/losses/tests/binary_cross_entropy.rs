//! Binary cross-entropy, from logits and from probabilities.

mod common;

use common::{
    assert_rejects_shapes, assert_same, central_difference, config, every_other_column_upside_down,
    golden_section, second_difference, sigmoid_by_tanh,
};
use losses::prelude::*;
use proptest::prelude::*;

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

fn from_logit(logit: f64, label: f64) -> f64 {
    binary_cross_entropy_with_logits(&array![logit], &array![label]).unwrap()[0]
}

fn from_probability(probability: f64, label: f64) -> f64 {
    binary_cross_entropy(&array![probability], &array![label]).unwrap()[0]
}

fn slope_at_probability(probability: f64, label: f64) -> f64 {
    binary_cross_entropy_gradient(&array![probability], &array![label]).unwrap()[0]
}

#[test]
fn has_the_reference_values() {
    assert_relative_eq!(from_logit(0.0, 1.0), std::f64::consts::LN_2);
    assert_abs_diff_eq!(from_logit(2.0, 1.0), 0.126928, epsilon = 5e-7);
    assert_abs_diff_eq!(from_logit(-2.0, 1.0), 2.126928, epsilon = 5e-7);
    assert_eq!(from_logit(1000.0, 0.0), 1000.0);
    let gradient = binary_cross_entropy_with_logits_gradient(&array![-10.0], &array![1.0]).unwrap();
    assert_abs_diff_eq!(gradient[0], -0.99995, epsilon = 5e-6);
}

#[test]
fn does_not_vanish_where_squared_error_does() {
    let squared = |label: f64| {
        move |at: f64| squared_error(&sigmoid(&array![at]), &array![label]).unwrap()[0]
    };
    assert_abs_diff_eq!(
        central_difference(squared(1.0), -10.0),
        -9.08e-5,
        epsilon = 5e-8
    );
    // Its curvature in the logit changes sign at ln 2, so it is not convex there.
    assert_abs_diff_eq!(
        second_difference(squared(0.0), 2.0_f64.ln()),
        0.0,
        epsilon = 1e-6
    );
    assert_abs_diff_eq!(second_difference(squared(0.0), 0.6), 0.0186, epsilon = 5e-5);
    assert_abs_diff_eq!(
        second_difference(squared(0.0), 0.8),
        -0.0206,
        epsilon = 5e-5
    );
    // That of the cross-entropy is p (1 − p) everywhere.
    for logit in [-3.0, 0.0, 0.8, 4.0] {
        let p = sigmoid_by_tanh(logit);
        let curvature = second_difference(|at| from_logit(at, 0.0), logit);
        assert_abs_diff_eq!(curvature, p * (1.0 - p), epsilon = 1e-6);
    }
}

#[test]
fn of_one_half_is_ln_2_for_every_label() {
    for label in [0.0, 0.3, 0.5, 1.0] {
        assert_relative_eq!(
            from_logit(0.0, label),
            2.0_f64.ln(),
            epsilon = 0.0,
            max_relative = 1e-15
        );
        assert_relative_eq!(
            from_probability(0.5, label),
            2.0_f64.ln(),
            epsilon = 0.0,
            max_relative = 1e-15
        );
    }
}

#[test]
fn keeps_the_small_loss_of_a_confident_right_answer() {
    for size in [40.0_f64, 100.0, 740.0] {
        assert_relative_eq!(
            from_logit(size, 1.0),
            (-size).exp(),
            epsilon = 0.0,
            max_relative = 1e-15
        );
        assert_relative_eq!(
            from_logit(-size, 0.0),
            (-size).exp(),
            epsilon = 0.0,
            max_relative = 1e-15
        );
    }
}

#[test]
fn keeps_the_small_slope_of_a_confident_right_answer() {
    let slope = |logit: f64, label: f64| {
        binary_cross_entropy_with_logits_gradient(&array![logit], &array![label]).unwrap()[0]
    };
    for size in [40.0_f64, 100.0, 740.0] {
        // σ(−z) = e⁻ᶻ / (1 + e⁻ᶻ), whose denominator rounds to 1
        let expected = (-size).exp();
        for (found, expected) in [(slope(size, 1.0), -expected), (slope(-size, 0.0), expected)] {
            assert_relative_eq!(found, expected, epsilon = 0.0, max_relative = 1e-15);
        }
    }
    // At 0 it is ½ − y, rounded once: 1 − y would round more coarsely.
    assert_eq!(slope(0.0, 8e-17), 0.5 - 8e-17);
}

#[test]
fn of_a_confident_wrong_answer_is_the_logit() {
    for size in [1000.0, 1e300] {
        assert_eq!(
            [from_logit(size, 0.0), from_logit(-size, 1.0)],
            [size, size]
        );
        assert_eq!(
            [from_logit(size, 0.25), from_logit(-size, 0.25)],
            [0.75 * size, 0.25 * size]
        );
        assert_eq!([from_logit(size, 1.0), from_logit(-size, 0.0)], [0.0, 0.0]);
    }
}

#[test]
fn has_its_limits_at_infinite_logits() {
    let logits = array![INF, INF, INF, -INF, -INF, -INF, NAN, NAN];
    let labels = array![1.0, 0.0, 0.5, 1.0, 0.0, 0.5, 0.0, 1.0];
    let losses = binary_cross_entropy_with_logits(&logits, &labels).unwrap();
    assert_same(&losses, &array![0.0, INF, INF, INF, 0.0, INF, NAN, NAN]);
    let gradient = binary_cross_entropy_with_logits_gradient(&logits, &labels).unwrap();
    assert_same(&gradient, &array![0.0, 1.0, 0.5, -1.0, 0.0, -0.5, NAN, NAN]);
}

#[test]
fn has_its_limits_at_the_probabilities_zero_and_one() {
    let probabilities = array![0.0, 0.0, 0.0, 1.0, 1.0, 1.0, -0.0, -0.0, NAN, NAN];
    let labels = array![0.0, 1.0, 0.5, 0.0, 1.0, 0.5, 0.0, 1.0, 0.0, 1.0];
    let losses = binary_cross_entropy(&probabilities, &labels).unwrap();
    assert_same(
        &losses,
        &array![0.0, INF, INF, INF, 0.0, INF, 0.0, INF, NAN, NAN],
    );
    let gradient = binary_cross_entropy_gradient(&probabilities, &labels).unwrap();
    assert_same(
        &gradient,
        &array![1.0, -INF, -INF, INF, -1.0, INF, 1.0, -INF, NAN, NAN],
    );
}

#[test]
fn takes_the_smallest_probability() {
    // 5e-324 is 2⁻¹⁰⁷⁴.
    let expected = 1074.0 * 2.0_f64.ln();
    assert_relative_eq!(
        from_probability(5e-324, 1.0),
        expected,
        epsilon = 0.0,
        max_relative = 1e-15
    );
    assert_eq!(from_probability(5e-324, 0.0), 5e-324);
    assert_eq!(slope_at_probability(5e-324, 0.0), 1.0);
    assert_relative_eq!(
        slope_at_probability(1e-300, 1.0),
        -1e300,
        epsilon = 0.0,
        max_relative = 1e-15
    );
}

#[test]
fn is_smallest_at_the_frequency_of_the_class() {
    let labels = array![1.0, 1.0, 1.0, 0.0];
    let of_probability =
        |p: f64| mean(&binary_cross_entropy(&Array1::from_elem(4, p), &labels).unwrap()).unwrap();
    assert_abs_diff_eq!(
        golden_section(of_probability, 0.0, 1.0),
        0.75,
        epsilon = 1e-7
    );
    let of_logit = |z: f64| {
        mean(&binary_cross_entropy_with_logits(&Array1::from_elem(4, z), &labels).unwrap()).unwrap()
    };
    assert_abs_diff_eq!(
        golden_section(of_logit, -9.0, 9.0),
        3.0_f64.ln(),
        epsilon = 1e-6
    );
    // One soft label is as good as four hard ones.
    let of_soft_label = |z: f64| from_logit(z, 0.75);
    assert_abs_diff_eq!(
        golden_section(of_soft_label, -9.0, 9.0),
        3.0_f64.ln(),
        epsilon = 1e-6
    );
}

#[test]
fn takes_any_layout() {
    let data = array![[0.0, 9.0, 1000.0], [-1000.0, 9.0, 0.0]];
    let view = every_other_column_upside_down(&data);
    let labels = array![[1.0, 0.0], [1.0, 1.0]];
    let ln_2 = 2.0_f64.ln();
    let losses = binary_cross_entropy_with_logits(&view.t(), &labels).unwrap();
    assert_same(&losses, &array![[1000.0, ln_2], [ln_2, 0.0]]);
    let nothing = Array1::<f64>::zeros(0);
    assert_eq!(binary_cross_entropy(&nothing, &nothing).unwrap().len(), 0);
    assert_eq!(
        binary_cross_entropy_with_logits(&nothing, &nothing)
            .unwrap()
            .len(),
        0
    );
}

#[test]
fn rejects_labels_outside_the_unit_interval() {
    for wrong in [-1.0, -1e-9, 1.0 + 1e-9, 2.0, INF, -INF, NAN] {
        let labels = array![[0.0, 1.0], [wrong, 5.0]];
        let half = Array2::from_elem((2, 2), 0.5);
        let errors = [
            binary_cross_entropy(&half, &labels).unwrap_err(),
            binary_cross_entropy_gradient(&half, &labels).unwrap_err(),
            binary_cross_entropy_with_logits(&half, &labels).unwrap_err(),
            binary_cross_entropy_with_logits_gradient(&half, &labels).unwrap_err(),
        ];
        let message = format!("`labels` at [1, 0] must be in [0, 1], got {wrong}");
        for error in errors {
            assert!(matches!(error, LossError::InvalidLabel { .. }));
            assert_eq!(error.to_string(), message);
        }
    }
}

#[test]
fn rejects_probabilities_outside_the_unit_interval() {
    for wrong in [-1e-9, 1.0 + 1e-9, 2.0, INF, -INF] {
        let (probabilities, labels) = (array![0.5, wrong], array![0.0, 1.0]);
        let expected = LossError::ProbabilityOutOfRange {
            name: "probabilities",
            index: vec![1],
            probability: wrong,
        };
        assert_eq!(
            binary_cross_entropy(&probabilities, &labels),
            Err(expected.clone())
        );
        assert_eq!(
            binary_cross_entropy_gradient(&probabilities, &labels),
            Err(expected)
        );
    }
}

#[test]
fn rejects_other_shapes() {
    let (predictions, labels) = (array![0.5, 0.5], array![1.0]);
    for (name, result) in [
        (
            "logits",
            binary_cross_entropy_with_logits(&predictions, &labels),
        ),
        (
            "logits",
            binary_cross_entropy_with_logits_gradient(&predictions, &labels),
        ),
        ("probabilities", binary_cross_entropy(&predictions, &labels)),
        (
            "probabilities",
            binary_cross_entropy_gradient(&predictions, &labels),
        ),
    ] {
        assert_rejects_shapes(result, [(name, &[2]), ("labels", &[1])]);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn is_the_expected_surprise(logit in -15.0..15.0, label in 0.0..1.0) {
        let (label, p): (f64, f64) = (label, sigmoid_by_tanh(logit));
        let expected = -label * p.ln() - (1.0 - label) * (1.0 - p).ln();
        for loss in [from_logit(logit, label), from_probability(p, label)] {
            assert_relative_eq!(loss, expected, epsilon = 0.0, max_relative = 1e-8);
        }
    }

    #[test]
    fn gradient_is_the_slope_in_the_logit(logit in -30.0..30.0, label in 0.0..1.0) {
        let slope = central_difference(|at| from_logit(at, label), logit);
        let (logits, labels) = (array![logit], array![label]);
        let gradient = binary_cross_entropy_with_logits_gradient(&logits, &labels).unwrap();
        assert_abs_diff_eq!(gradient[0], slope, epsilon = 1e-8);
    }

    #[test]
    fn gradient_is_the_slope_in_the_probability(
        probability in 0.05..0.95,
        label in prop_oneof![Just(0.0), Just(1.0), 0.0..1.0],
    ) {
        let slope = central_difference(|at| from_probability(at, label), probability);
        let gradient = slope_at_probability(probability, label);
        assert_abs_diff_eq!(gradient, slope, epsilon = 1e-6);
    }
}
