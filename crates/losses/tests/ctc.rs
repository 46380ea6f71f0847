//! Connectionist temporal classification, against every alignment one by one.

mod common;

use common::{config, numerical_gradient};
use losses::prelude::*;
use proptest::prelude::*;

/// What is left of an alignment: repetitions merged, then blanks removed.
fn collapse(alignment: &[usize], blank: usize) -> Vec<usize> {
    let mut merged = alignment.to_vec();
    merged.dedup();
    merged.retain(|&it| it != blank);
    merged
}

/// The loss by its definition: all K^T alignments.
fn by_enumeration(logits: &Array2<f64>, labels: &[usize], blank: usize) -> f64 {
    let probabilities = softmax(logits, 1.0).unwrap();
    let (n_steps, n_classes) = logits.dim();
    let mut total = 0.0;
    for code in 0..n_classes.pow(n_steps as u32) {
        let alignment: Vec<usize> = (0..n_steps)
            .map(|t| code / n_classes.pow(t as u32) % n_classes)
            .collect();
        if collapse(&alignment, blank) == labels {
            total += alignment
                .iter()
                .enumerate()
                .map(|(t, &k)| probabilities[[t, k]])
                .product::<f64>();
        }
    }
    -total.ln()
}

#[test]
fn counts_alignments_when_all_classes_are_equally_likely() {
    // A in T steps of blank and A: a stretch of A's, T (T + 1) / 2 of 2^T.
    for n_steps in 1..8 {
        let loss = ctc(&Array2::zeros((n_steps, 2)), &array![1], 0).unwrap();
        let ways = (n_steps * (n_steps + 1) / 2) as f64;
        assert_relative_eq!(
            loss,
            -(ways / 2_f64.powi(n_steps as i32)).ln(),
            max_relative = 1e-13
        );
    }
}

#[test]
fn repeated_labels_need_a_blank_between_them() {
    // A A fits into three steps in one way, A – A, and not into two.
    assert_relative_eq!(
        ctc(&Array2::zeros((3, 2)), &array![1, 1], 0).unwrap(),
        8_f64.ln()
    );
    assert_eq!(
        ctc(&Array2::zeros((2, 2)), &array![1, 1], 0).unwrap(),
        f64::INFINITY
    );
    // A B fits into two.
    assert_relative_eq!(
        ctc(&Array2::zeros((2, 3)), &array![1, 2], 0).unwrap(),
        9_f64.ln()
    );
    let gradient = ctc_gradient(&Array2::zeros((2, 2)), &array![1, 1], 0).unwrap();
    assert!(gradient.iter().all(|it| it.is_nan()));
}

#[test]
fn with_one_step_is_categorical_cross_entropy() {
    let logits = array![[2.0, 1.0, 0.1]];
    let loss = ctc(&logits, &array![1], 0).unwrap();
    assert_relative_eq!(loss, softmax_cross_entropy(&logits, &array![1]).unwrap()[0]);
    let gradient = ctc_gradient(&logits, &array![1], 0).unwrap();
    assert_relative_eq!(
        gradient,
        softmax_cross_entropy_gradient(&logits, &array![1]).unwrap()
    );
}

#[test]
fn no_labels_are_all_blanks() {
    let logits = array![[1.0, 0.0], [0.0, 2.0]];
    let none = Array1::<usize>::zeros(0);
    let expected = -log_softmax(&logits).unwrap().column(0).sum();
    assert_relative_eq!(ctc(&logits, &none, 0).unwrap(), expected);
    assert_eq!(ctc(&Array2::zeros((0, 2)), &none, 0).unwrap(), 0.0);
    assert_eq!(
        ctc(&Array2::zeros((0, 2)), &array![1], 0).unwrap(),
        f64::INFINITY
    );
}

#[test]
fn survives_a_length_at_which_probabilities_underflow() {
    // 2000 steps: each path has the probability 3^−2000, about 1e−954.
    let loss = ctc(&Array2::zeros((2000, 3)), &array![1, 2], 0).unwrap();
    assert!(loss.is_finite());
    let gradient = ctc_gradient(&Array2::zeros((2000, 3)), &array![1, 2], 0).unwrap();
    for row in gradient.rows() {
        assert_abs_diff_eq!(row.sum(), 0.0, epsilon = 1e-9);
    }
}

#[test]
fn passes_nan_through() {
    assert!(
        ctc(&array![[f64::NAN, 0.0], [0.0, 0.0]], &array![1], 0)
            .unwrap()
            .is_nan()
    );
    assert!(
        ctc(&array![[0.0, 0.0], [f64::NAN, 0.0]], &array![1], 0)
            .unwrap()
            .is_nan()
    );
}

#[test]
fn rejects_each_wrong_argument() {
    let logits = Array2::zeros((2, 2));
    for (labels, blank, expected) in [
        (
            array![2],
            0,
            LossError::LabelOutOfRange {
                name: "labels",
                index: 0,
                label: 2,
                n_classes: 2,
            },
        ),
        (
            array![1],
            5,
            LossError::InvalidParameter {
                name: "blank",
                domain: "a class, below the number of columns",
                value: 5.0,
            },
        ),
    ] {
        assert_eq!(ctc(&logits, &labels, blank), Err(expected.clone()));
        assert_eq!(ctc_gradient(&logits, &labels, blank), Err(expected));
    }
    let error = ctc(&logits, &array![1, 0], 0);
    assert!(matches!(error, Err(LossError::InvalidLabel { index, .. }) if index == [1]));
    let error = ctc(&Array2::zeros((2, 0)), &array![0], 0);
    assert_eq!(error, Err(LossError::NoClasses { name: "logits" }));
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn is_the_sum_over_all_alignments(
        logits in proptest::collection::vec(-3.0..3.0_f64, 15),
        labels in proptest::collection::vec(0_usize..2, 0..4),
        blank in 0_usize..3,
    ) {
        let logits = Array2::from_shape_vec((5, 3), logits).unwrap();
        let labels: Vec<usize> = labels.iter().map(|it| (blank + 1 + it) % 3).collect();
        let loss = ctc(&logits, &Array1::from(labels.clone()), blank).unwrap();
        assert_relative_eq!(loss, by_enumeration(&logits, &labels, blank), max_relative = 1e-10);
        let total = |it: &Array2<f64>| ctc(it, &Array1::from(labels.clone()), blank).unwrap();
        let gradient = ctc_gradient(&logits, &Array1::from(labels.clone()), blank).unwrap();
        if loss.is_finite() {
            assert_abs_diff_eq!(gradient, numerical_gradient(total, &logits), epsilon = 1e-7);
        }
    }
}
