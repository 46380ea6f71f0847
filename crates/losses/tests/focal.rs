//! Focal loss.

mod common;

use common::{assert_rejects_shapes, assert_same, central_difference, config, golden_section};
use losses::prelude::*;
use proptest::prelude::*;

const PLAIN: Focal = Focal {
    gamma: 2.0,
    alpha: None,
};

fn at(logit: f64, label: f64, focal: Focal) -> f64 {
    focal_with_logits(&array![logit], &array![label], focal).unwrap()[0]
}

fn slope_at(logit: f64, label: f64, focal: Focal) -> f64 {
    focal_with_logits_gradient(&array![logit], &array![label], focal).unwrap()[0]
}

#[test]
fn has_the_values_worked_by_hand() {
    // p_t = 0.95 has the odds 19: 0.05² · 0.0512933.
    let logit = 19_f64.ln();
    assert_relative_eq!(
        at(logit, 1.0, PLAIN),
        0.0025 * 0.051_293_294_387_550_53,
        max_relative = 1e-13,
        epsilon = 0.0
    );
    assert_relative_eq!(at(-logit, 0.0, PLAIN), at(logit, 1.0, PLAIN), epsilon = 0.0);
    // α = 1/4 for label 1 and 3/4 for label 0, at p = 1/2.
    let focal = Focal {
        gamma: 2.0,
        alpha: Some(0.25),
    };
    assert_relative_eq!(at(0.0, 1.0, focal), 0.0625 * 2_f64.ln());
    assert_relative_eq!(at(0.0, 0.0, focal), 0.1875 * 2_f64.ln());
    assert_relative_eq!(slope_at(0.0, 1.0, PLAIN), -0.25 * (2_f64.ln() + 0.5));
    assert_relative_eq!(slope_at(0.0, 0.0, PLAIN), 0.25 * (2_f64.ln() + 0.5));
}

#[test]
fn without_gamma_is_binary_cross_entropy() {
    let focal = Focal {
        gamma: 0.0,
        alpha: None,
    };
    let logits = array![-800.0, -3.0, 0.0, 0.5, 40.0, 800.0];
    for label in [0.0, 1.0] {
        let labels = Array1::from_elem(6, label);
        let expected = binary_cross_entropy_with_logits(&logits, &labels).unwrap();
        assert_relative_eq!(
            focal_with_logits(&logits, &labels, focal).unwrap(),
            expected,
            epsilon = 0.0,
            max_relative = 1e-14
        );
        let expected = binary_cross_entropy_with_logits_gradient(&logits, &labels).unwrap();
        assert_relative_eq!(
            focal_with_logits_gradient(&logits, &labels, focal).unwrap(),
            expected,
            epsilon = 1e-16
        );
    }
}

#[test]
fn keeps_its_tails() {
    // Far on the right side (1 − p)² (1 − p) = e^{−3z}; far on the wrong one −z.
    assert_relative_eq!(
        at(100.0, 1.0, PLAIN),
        (-300.0_f64).exp(),
        epsilon = 0.0,
        max_relative = 1e-12
    );
    assert_eq!(at(-1000.0, 1.0, PLAIN), 1000.0);
    assert_relative_eq!(
        slope_at(100.0, 1.0, PLAIN),
        -3.0 * (-300.0_f64).exp(),
        epsilon = 0.0,
        max_relative = 1e-12
    );
    assert_eq!(slope_at(-1000.0, 1.0, PLAIN), -1.0);
}

#[test]
fn passes_nan_and_infinity_through() {
    let inf = f64::INFINITY;
    let (logits, labels) = (
        array![inf, -inf, inf, -inf, f64::NAN],
        array![1.0, 1.0, 0.0, 0.0, 1.0],
    );
    for gamma in [0.0, 2.0] {
        let focal = Focal { gamma, alpha: None };
        let losses = focal_with_logits(&logits, &labels, focal).unwrap();
        assert_same(&losses, &array![0.0, inf, inf, 0.0, f64::NAN]);
        let gradient = focal_with_logits_gradient(&logits, &labels, focal).unwrap();
        assert_same(&gradient, &array![-0.0, -1.0, 1.0, 0.0, f64::NAN]);
    }
}

#[test]
fn is_not_proper() {
    // With γ = 2 the best probability for a true 0.9 is 0.6942, not 0.9.
    let expected = |logit: f64| 0.9 * at(logit, 1.0, PLAIN) + 0.1 * at(logit, 0.0, PLAIN);
    let best = sigmoid(&array![golden_section(expected, -5.0, 5.0)])[0];
    assert_abs_diff_eq!(best, 0.6942, epsilon = 5e-5);
}

#[test]
fn rejects_parameters_outside_their_domains() {
    for gamma in [-0.1, f64::NAN, f64::INFINITY] {
        let error = focal_with_logits(&array![0.0], &array![1.0], Focal { gamma, alpha: None });
        assert!(matches!(
            error,
            Err(LossError::InvalidParameter { name: "gamma", .. })
        ));
    }
    for alpha in [-0.1, 1.1, f64::NAN] {
        let focal = Focal {
            gamma: 2.0,
            alpha: Some(alpha),
        };
        let error = focal_with_logits_gradient(&array![0.0], &array![1.0], focal);
        assert!(matches!(
            error,
            Err(LossError::InvalidParameter { name: "alpha", .. })
        ));
    }
}

#[test]
fn rejects_other_shapes_and_labels() {
    let expected: [(_, &[usize]); 2] = [("logits", &[2]), ("labels", &[1])];
    assert_rejects_shapes(
        focal_with_logits(&array![0.0, 1.0], &array![1.0], PLAIN),
        expected,
    );
    assert_rejects_shapes(
        focal_with_logits_gradient(&array![0.0, 1.0], &array![1.0], PLAIN),
        expected,
    );
    for label in [0.5, -1.0, f64::NAN] {
        let error = focal_with_logits(&array![0.0], &array![label], PLAIN);
        assert!(matches!(error, Err(LossError::InvalidLabel { .. })));
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn gradient_is_the_slope(logit in -12.0..12.0, positive: bool, gamma in 0.0..5.0, alpha in 0.0..1.0) {
        let label = f64::from(u8::from(positive));
        let focal = Focal { gamma, alpha: Some(alpha) };
        let slope = central_difference(|it| at(it, label, focal), logit);
        assert_abs_diff_eq!(slope_at(logit, label, focal), slope, epsilon = 1e-8);
    }
}
