//! InfoNCE, its symmetric form, and NT-Xent.

mod common;

use common::{
    NOT_POSITIVE, assert_rejects_parameter, assert_rejects_shapes, config, numerical_gradient,
};
use losses::prelude::*;
use proptest::prelude::*;

#[test]
fn of_equal_similarities_is_the_logarithm_of_their_number() {
    for n in [1, 2, 7, 256] {
        let same = Array2::from_elem((1, n), 0.3);
        let loss = info_nce(&same, &array![n - 1], 0.07).unwrap();
        assert_abs_diff_eq!(loss[0], (n as f64).ln(), epsilon = 1e-14);
        let square = Array2::from_elem((n, n), 0.3);
        let loss = symmetric_info_nce(&square, 0.07).unwrap();
        assert_abs_diff_eq!(loss, Array1::from_elem(n, (n as f64).ln()), epsilon = 1e-14);
    }
}

#[test]
fn of_an_identity_matrix_has_the_closed_form() {
    // ln(e^{1/τ} + N − 1) − 1/τ
    let losses = symmetric_info_nce(&Array2::eye(8), 1.0).unwrap();
    let expected = (1.0_f64.exp() + 7.0).ln() - 1.0;
    assert_relative_eq!(losses, Array1::from_elem(8, expected), max_relative = 1e-14);
}

#[test]
fn two_candidates_are_binary_cross_entropy_of_the_difference() {
    for (positive, negative, temperature) in [(0.9, 0.1, 0.1), (-0.3, 0.4, 2.0), (1.0, 1.0, 0.01)] {
        let loss = info_nce(&array![[positive, negative]], &array![0], temperature).unwrap();
        let logit = array![(positive - negative) / temperature];
        let binary = binary_cross_entropy_with_logits(&logit, &array![1.0]).unwrap();
        assert_relative_eq!(loss[0], binary[0], max_relative = 1e-12);
    }
}

#[test]
fn a_small_temperature_leaves_a_hinge_on_the_hardest_negative() {
    let similarities = array![[0.8, 0.9, -0.3], [0.8, 0.7, -0.3]];
    let losses = info_nce(&similarities, &array![0, 0], 1e-4).unwrap() * 1e-4;
    assert_abs_diff_eq!(losses, array![0.1, 0.0], epsilon = 1e-12);
    let gradient = info_nce_gradient(&similarities, &array![0, 0], 1e-4).unwrap() * 1e-4;
    let hinge = array![[-1.0, 1.0, 0.0], [0.0, 0.0, 0.0]];
    assert_abs_diff_eq!(gradient, hinge, epsilon = 1e-12);
}

#[test]
fn a_masked_candidate_is_not_there() {
    let masked = array![[0.2, f64::NEG_INFINITY, 0.5]];
    let without = array![[0.2, 0.5]];
    let loss = info_nce(&masked, &array![0], 0.5).unwrap();
    assert_relative_eq!(loss, info_nce(&without, &array![0], 0.5).unwrap());
    assert_eq!(
        info_nce_gradient(&masked, &array![0], 0.5).unwrap()[[0, 1]],
        0.0
    );
}

#[test]
fn neither_overflows_nor_hides_a_nan() {
    let loss = info_nce(&array![[-1.0, 1.0]], &array![0], 1e-300).unwrap();
    assert_relative_eq!(loss[0], 2e300, max_relative = 1e-12);
    assert!(info_nce(&array![[f64::NAN, 1.0]], &array![0], 1.0).unwrap()[0].is_nan());
    assert!(nt_xent(&array![[0.0, 0.0], [1.0, 0.0]], 1.0).unwrap()[0].is_nan());
}

/// NT-Xent read off its formula.
fn by_formula(views: &Array2<f64>, temperature: f64) -> Array1<f64> {
    let n = views.nrows();
    let weight = |i: usize, j: usize| {
        let (a, b) = (views.row(i), views.row(j));
        (a.dot(&b) / (a.dot(&a) * b.dot(&b)).sqrt() / temperature).exp()
    };
    Array1::from_iter((0..n).map(|i| {
        let others: f64 = (0..n).filter(|j| *j != i).map(|j| weight(i, j)).sum();
        -(weight(i, (i + n / 2) % n) / others).ln()
    }))
}

#[test]
fn nt_xent_knows_no_lengths_and_pulls_across_them_only() {
    let views = array![[3.0, 4.0], [1.0, -2.0], [0.5, 0.2], [-1.0, -1.0]];
    let scaled = &views * &array![[2.0], [1e150], [1e-150], [7.0]];
    let losses = nt_xent(&views, 0.5).unwrap();
    assert_relative_eq!(losses, nt_xent(&scaled, 0.5).unwrap(), max_relative = 1e-12);
    let along = (nt_xent_gradient(&views, 0.5).unwrap() * &views).sum_axis(Axis(1));
    assert_abs_diff_eq!(along, Array1::zeros(4), epsilon = 1e-14);
}

#[test]
fn one_item_has_nothing_to_be_told_apart_from() {
    let views = array![[3.0, 4.0], [-1.0, 2.0]];
    assert_eq!(nt_xent(&views, 0.1).unwrap(), array![0.0, 0.0]);
}

#[test]
fn rejects_a_temperature_that_is_not_positive_and_finite() {
    let (one, first) = (array![[1.0, 0.0], [0.0, 1.0]], array![0, 1]);
    for it in NOT_POSITIVE {
        assert_rejects_parameter(info_nce(&one, &first, it), "temperature", it);
        assert_rejects_parameter(info_nce_gradient(&one, &first, it), "temperature", it);
        assert_rejects_parameter(symmetric_info_nce(&one, it), "temperature", it);
        assert_rejects_parameter(symmetric_info_nce_gradient(&one, it), "temperature", it);
        assert_rejects_parameter(nt_xent(&one, it), "temperature", it);
        assert_rejects_parameter(nt_xent_gradient(&one, it), "temperature", it);
    }
}

#[test]
fn rejects_other_shapes_and_labels() {
    let wide = Array2::zeros((2, 3));
    let expected: [(_, &[usize]); 2] = [("similarities", &[2, 3]), ("positives", &[1])];
    assert_rejects_shapes(info_nce(&wide, &array![0], 1.0), expected);
    assert_rejects_shapes(info_nce_gradient(&wide, &array![0], 1.0), expected);
    let square: [(_, &[usize]); 2] = [
        ("similarities", &[2, 3]),
        ("similarities, transposed", &[3, 2]),
    ];
    assert_rejects_shapes(symmetric_info_nce(&wide, 1.0), square);
    assert_rejects_shapes(symmetric_info_nce_gradient(&wide, 1.0), square);
    let outside = LossError::LabelOutOfRange {
        name: "positives",
        index: 1,
        label: 3,
        n_classes: 3,
    };
    assert_eq!(info_nce(&wide, &array![0, 3], 1.0), Err(outside.clone()));
    assert_eq!(info_nce_gradient(&wide, &array![0, 3], 1.0), Err(outside));
    let none = LossError::NoClasses {
        name: "similarities",
    };
    assert_eq!(info_nce(&Array2::zeros((1, 0)), &array![0], 1.0), Err(none));
}

#[test]
fn rejects_an_odd_number_of_views() {
    for n in [0, 1, 3] {
        let expected = LossError::InvalidParameter {
            name: "number of views",
            domain: "positive and even",
            value: n as f64,
        };
        let views = Array2::ones((n, 2));
        assert_eq!(nt_xent(&views, 1.0), Err(expected.clone()));
        assert_eq!(nt_xent_gradient(&views, 1.0), Err(expected));
    }
}

fn matrix(rows: usize, columns: usize) -> impl Strategy<Value = Array2<f64>> {
    prop::collection::vec(-1.0..1.0, rows * columns)
        .prop_map(move |it| Array2::from_shape_vec((rows, columns), it).unwrap())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn gradients_are_the_slopes(similarities in matrix(4, 4), temperature in 0.2..2.0) {
        let positives = array![2, 0, 3, 3];
        let total = |at: &Array2<f64>| sum(&info_nce(at, &positives, temperature).unwrap());
        let gradient = info_nce_gradient(&similarities, &positives, temperature).unwrap();
        assert_abs_diff_eq!(gradient, numerical_gradient(total, &similarities), epsilon = 1e-7);

        let total = |at: &Array2<f64>| sum(&symmetric_info_nce(at, temperature).unwrap());
        let gradient = symmetric_info_nce_gradient(&similarities, temperature).unwrap();
        assert_abs_diff_eq!(gradient, numerical_gradient(total, &similarities), epsilon = 1e-7);
    }

    #[test]
    fn nt_xent_is_its_formula(views in matrix(6, 3), temperature in 0.2..2.0) {
        prop_assume!(views.rows().into_iter().all(|row| row.dot(&row) > 0.05));
        let losses = nt_xent(&views, temperature).unwrap();
        assert_relative_eq!(losses, by_formula(&views, temperature), max_relative = 1e-10);
        let total = |at: &Array2<f64>| sum(&nt_xent(at, temperature).unwrap());
        let gradient = nt_xent_gradient(&views, temperature).unwrap();
        assert_abs_diff_eq!(gradient, numerical_gradient(total, &views), epsilon = 1e-5);
    }
}
