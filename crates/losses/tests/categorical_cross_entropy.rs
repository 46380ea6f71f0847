//! Categorical cross-entropy, against class indices and against distributions.

mod common;

use common::{
    assert_rejects_shapes, assert_same, config, every_other_column_upside_down, golden_section,
    numerical_gradient,
};
use losses::prelude::*;
use proptest::prelude::*;

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

fn of_label(logits: &[f64], label: usize) -> f64 {
    let row = ArrayView2::from_shape((1, logits.len()), logits).unwrap();
    softmax_cross_entropy(&row, &array![label]).unwrap()[0]
}

fn of_target(logits: &[f64], target: &[f64]) -> f64 {
    let row = ArrayView2::from_shape((1, logits.len()), logits).unwrap();
    let target = ArrayView2::from_shape((1, target.len()), target).unwrap();
    softmax_cross_entropy_with_probabilities(&row, &target).unwrap()[0]
}

#[test]
fn has_the_reference_values() {
    assert_abs_diff_eq!(of_label(&[2.0, 1.0, 0.1], 0), 0.417030, epsilon = 5e-7);
    assert_abs_diff_eq!(
        of_target(&[2.0, 1.0, 0.1], &[1.0, 0.0, 0.0]),
        0.417030,
        epsilon = 5e-7
    );
    assert_relative_eq!(of_label(&[0.0; 10], 7), std::f64::consts::LN_10);
    // ln 4 and ln(4 / 3), since the odds are 1 to 3.
    let logits = [0.0, 3.0_f64.ln()];
    assert_relative_eq!(
        of_label(&logits, 0),
        4.0_f64.ln(),
        epsilon = 0.0,
        max_relative = 1e-15
    );
    assert_relative_eq!(
        of_label(&logits, 1),
        (4.0_f64 / 3.0).ln(),
        epsilon = 0.0,
        max_relative = 1e-15
    );
}

#[test]
fn smoothed_labels_have_a_floor_and_a_finite_best_gap() {
    // K = 10 classes, ε = 0.1, spread as ε / K over all of them.
    let mut target = [0.01; 10];
    target[0] = 0.91;
    let of_gap = |gap: f64| {
        let mut logits = [0.0; 10];
        logits[0] = gap;
        of_target(&logits, &target)
    };
    let best = golden_section(of_gap, 0.0, 20.0);
    assert_abs_diff_eq!(best, 4.510860, epsilon = 1e-6);
    assert_abs_diff_eq!(of_gap(best), 0.500288, epsilon = 5e-7);
}

#[test]
fn gradient_is_probability_minus_target() {
    let logits = array![[0.0, 2.0_f64.ln(), 3.0_f64.ln()], [0.0, 0.0, 0.0]];
    let hard = softmax_cross_entropy_gradient(&logits, &array![2, 0]).unwrap();
    let third = 1.0 / 3.0;
    let expected = array![[1.0 / 6.0, third, -0.5], [third - 1.0, third, third]];
    assert_relative_eq!(hard, expected, epsilon = 1e-15);
    let targets = array![[0.5, 0.25, 0.25], [0.0, 1.0, 0.0]];
    let soft = softmax_cross_entropy_with_probabilities_gradient(&logits, &targets).unwrap();
    let expected = array![[-third, third - 0.25, 0.25], [third, third - 1.0, third]];
    assert_relative_eq!(soft, expected, epsilon = 1e-15);
}

#[test]
fn is_smallest_at_the_frequency_of_the_class() {
    // Class 0 three times of four: the best logit gap is ln 3, the odds.
    let labels = array![0, 0, 1, 0];
    let of_gap = |gap: f64| {
        let logits = Array2::from_shape_fn((4, 2), |(_, class)| if class == 0 { gap } else { 0.0 });
        mean(&softmax_cross_entropy(&logits, &labels).unwrap()).unwrap()
    };
    assert_abs_diff_eq!(
        golden_section(of_gap, -9.0, 9.0),
        3.0_f64.ln(),
        epsilon = 1e-6
    );
}

#[test]
fn keeps_both_tails() {
    assert_relative_eq!(
        of_label(&[40.0, 0.0], 0),
        (-40.0_f64).exp(),
        epsilon = 0.0,
        max_relative = 1e-15
    );
    assert_relative_eq!(
        of_label(&[0.0, -740.0], 0),
        (-740.0_f64).exp(),
        epsilon = 0.0,
        max_relative = 1e-15
    );
    assert_eq!(
        [of_label(&[1000.0, 0.0], 1), of_label(&[-1000.0, 0.0], 0)],
        [1000.0, 1000.0]
    );
    assert_eq!(
        [of_label(&[1e300, 0.0], 1), of_label(&[1e300, 0.0], 0)],
        [1e300, 0.0]
    );
    assert_relative_eq!(
        of_label(&[1e17, 1e17], 0),
        2.0_f64.ln(),
        epsilon = 0.0,
        max_relative = 1e-15
    );
    assert_relative_eq!(
        of_target(&[1e17, 1e17], &[0.5, 0.5]),
        2.0_f64.ln(),
        epsilon = 0.0,
        max_relative = 1e-15
    );
    assert_relative_eq!(
        of_target(&[40.0, 0.0], &[1.0, 0.0]),
        (-40.0_f64).exp(),
        epsilon = 0.0,
        max_relative = 1e-15
    );
}

#[test]
fn a_masked_class_costs_nothing_unless_it_is_true() {
    assert_relative_eq!(
        of_label(&[0.0, -INF, 0.0], 0),
        2.0_f64.ln(),
        epsilon = 0.0,
        max_relative = 1e-15
    );
    assert_eq!(of_label(&[0.0, -INF, 0.0], 1), INF);
    let logits = [0.0, -INF, 0.0];
    assert_relative_eq!(of_target(&logits, &[0.25, 0.0, 0.75]), 2.0_f64.ln());
    assert_eq!(of_target(&logits, &[0.25, 0.5, 0.25]), INF);
    let gradient = softmax_cross_entropy_gradient(&array![[0.0, -INF, 0.0]], &array![0]).unwrap();
    assert_same(&gradient, &array![[-0.5, 0.0, 0.5]]);
}

#[test]
fn infinite_and_nan_rows_give_what_is_documented() {
    assert!(of_label(&[-INF, -INF], 0).is_nan());
    assert!(of_target(&[-INF, -INF], &[1.0, 0.0]).is_nan());
    assert!(of_label(&[INF, 0.0], 0).is_nan());
    assert_eq!(of_label(&[INF, 0.0], 1), INF);
    assert!(of_label(&[NAN, 0.0], 1).is_nan());
    assert!(of_target(&[NAN, 0.0], &[0.0, 1.0]).is_nan());
    assert!(of_target(&[0.0, 0.0], &[NAN, 1.0]).is_nan());
    let gradient = softmax_cross_entropy_gradient(&array![[NAN, 0.0]], &array![1]).unwrap();
    assert_same(&gradient, &array![[NAN, NAN]]);
}

#[test]
fn takes_any_layout() {
    let data = array![[0.0, 9.0, 3.0_f64.ln()], [1000.0, 9.0, 0.0]];
    let view = every_other_column_upside_down(&data);
    let losses = softmax_cross_entropy(&view, &array![1, 0]).unwrap();
    assert_relative_eq!(
        losses,
        array![1000.0, 4.0_f64.ln()],
        epsilon = 0.0,
        max_relative = 1e-15
    );
    let every_other_label = array![1, 9, 0, 9];
    let labels = every_other_label.slice_axis(Axis(0), Slice::new(0, None, 2));
    let losses = softmax_cross_entropy(&view, &labels).unwrap();
    assert_relative_eq!(
        losses,
        array![1000.0, 4.0_f64.ln()],
        epsilon = 0.0,
        max_relative = 1e-15
    );
    let targets = array![[0.0, 1.0], [1.0, 0.0]];
    let losses = softmax_cross_entropy_with_probabilities(&view, &targets).unwrap();
    assert_relative_eq!(
        losses,
        array![1000.0, 4.0_f64.ln()],
        epsilon = 0.0,
        max_relative = 1e-15
    );
    let gradient = softmax_cross_entropy_with_probabilities_gradient(&view, &targets.t()).unwrap();
    assert_relative_eq!(
        gradient,
        array![[1.0, -1.0], [-0.75, 0.75]],
        epsilon = 1e-15
    );
    let gradient = softmax_cross_entropy_gradient(&view, &array![1, 0]).unwrap();
    assert_relative_eq!(
        gradient,
        array![[1.0, -1.0], [-0.75, 0.75]],
        epsilon = 1e-15
    );
}

#[test]
fn no_rows_are_no_error_but_no_classes_are() {
    let no_labels = Array1::<usize>::zeros(0);
    let no_rows = Array2::<f64>::zeros((0, 3));
    assert_eq!(
        softmax_cross_entropy(&no_rows, &no_labels).unwrap().len(),
        0
    );
    assert_eq!(
        softmax_cross_entropy_with_probabilities(&no_rows, &no_rows)
            .unwrap()
            .len(),
        0
    );
    let no_classes = Array2::<f64>::zeros((2, 0));
    let expected = LossError::NoClasses { name: "logits" };
    let labels = array![0, 0];
    assert_eq!(
        softmax_cross_entropy(&no_classes, &labels).unwrap_err(),
        expected
    );
    assert_eq!(
        softmax_cross_entropy_gradient(&no_classes, &labels).unwrap_err(),
        expected
    );
    let result = softmax_cross_entropy_with_probabilities(&no_classes, &no_classes);
    assert_eq!(result.unwrap_err(), expected);
}

#[test]
fn rejects_a_label_that_is_no_class() {
    let logits = Array2::zeros((2, 3));
    let labels = array![2, 3];
    let expected = LossError::LabelOutOfRange {
        name: "labels",
        index: 1,
        label: 3,
        n_classes: 3,
    };
    assert_eq!(
        softmax_cross_entropy(&logits, &labels).unwrap_err(),
        expected
    );
    assert_eq!(
        softmax_cross_entropy_gradient(&logits, &labels).unwrap_err(),
        expected
    );
}

#[test]
fn rejects_targets_that_are_not_distributions() {
    let logits = Array2::zeros((2, 2));
    let negative = array![[0.5, 0.5], [-0.5, 1.5]];
    let expected = LossError::ProbabilityOutOfRange {
        name: "targets",
        index: vec![1, 0],
        probability: -0.5,
    };
    let result = softmax_cross_entropy_with_probabilities(&logits, &negative);
    assert_eq!(result.unwrap_err(), expected);
    let unnormalized = array![[0.5, 0.5], [0.5, 0.75]];
    let expected = LossError::NotADistribution {
        name: "targets",
        row: 1,
        sum: 1.25,
    };
    let result = softmax_cross_entropy_with_probabilities(&logits, &unnormalized);
    assert_eq!(result.unwrap_err(), expected);
    let result = softmax_cross_entropy_with_probabilities_gradient(&logits, &unnormalized);
    assert_eq!(result.unwrap_err(), expected);
}

#[test]
fn rejects_other_shapes() {
    let logits = Array2::zeros((2, 3));
    let expected: [(_, &[usize]); 2] = [("logits", &[2, 3]), ("labels", &[3])];
    let labels = array![0, 0, 0];
    assert_rejects_shapes(softmax_cross_entropy(&logits, &labels), expected);
    assert_rejects_shapes(softmax_cross_entropy_gradient(&logits, &labels), expected);
    let targets = Array2::zeros((3, 2));
    let expected: [(_, &[usize]); 2] = [("logits", &[2, 3]), ("targets", &[3, 2])];
    assert_rejects_shapes(
        softmax_cross_entropy_with_probabilities(&logits, &targets),
        expected,
    );
    let result = softmax_cross_entropy_with_probabilities_gradient(&logits, &targets);
    assert_rejects_shapes(result, expected);
}

fn any_logits() -> impl Strategy<Value = Array2<f64>> {
    prop::collection::vec(-9.0..9.0, 6).prop_map(|it| Array2::from_shape_vec((2, 3), it).unwrap())
}

fn any_distributions() -> impl Strategy<Value = Array2<f64>> {
    prop::collection::vec(0.01..1.0, 6).prop_map(|it| {
        let weights = Array2::from_shape_vec((2, 3), it).unwrap();
        let sums = weights.sum_axis(Axis(1)).insert_axis(Axis(1));
        weights / sums
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn is_the_surprise_of_the_label(logits in any_logits(), label in 0_usize..3) {
        let row = logits.row(0).mapv(f64::exp);
        let expected = -(row[label] / row.sum()).ln();
        assert_abs_diff_eq!(of_label(&logits.row(0).to_vec(), label), expected, epsilon = 1e-13);
    }

    #[test]
    fn of_two_classes_is_binary(a in -50.0..50.0, b in -50.0..50.0, label in 0_usize..2) {
        let (a, b): (f64, f64) = (a, b);
        let binary = binary_cross_entropy_with_logits(&array![b - a], &array![label as f64]);
        let (loss, expected) = (of_label(&[a, b], label), binary.unwrap()[0]);
        assert_relative_eq!(loss, expected, epsilon = 0.0, max_relative = 1e-12);
    }

    #[test]
    fn is_entropy_plus_divergence(logits in any_logits(), targets in any_distributions()) {
        let losses = softmax_cross_entropy_with_probabilities(&logits, &targets).unwrap();
        let entropy = targets.mapv(|p| -p * p.ln()).sum_axis(Axis(1));
        let model = softmax(&logits, 1.0).unwrap();
        let divergence = kl_divergence(&targets, &model).unwrap();
        assert_relative_eq!(losses, entropy + divergence, epsilon = 0.0, max_relative = 1e-12);
    }

    #[test]
    fn gradient_against_labels_is_the_slope(
        logits in any_logits(),
        labels in prop::array::uniform2(0_usize..3),
    ) {
        let labels = Array1::from(labels.to_vec());
        let total = |at: &Array2<f64>| sum(&softmax_cross_entropy(at, &labels).unwrap());
        let gradient = softmax_cross_entropy_gradient(&logits, &labels).unwrap();
        assert_abs_diff_eq!(gradient, numerical_gradient(total, &logits), epsilon = 1e-7);
        assert_abs_diff_eq!(gradient.sum_axis(Axis(1)), array![0.0, 0.0], epsilon = 1e-15);
    }

    #[test]
    fn gradient_against_targets_is_the_slope(
        logits in any_logits(),
        targets in any_distributions(),
    ) {
        let loss = |at: &Array2<f64>| softmax_cross_entropy_with_probabilities(at, &targets);
        let total = |at: &Array2<f64>| sum(&loss(at).unwrap());
        let gradient = softmax_cross_entropy_with_probabilities_gradient(&logits, &targets);
        assert_abs_diff_eq!(gradient.unwrap(), numerical_gradient(total, &logits), epsilon = 1e-7);
    }
}
