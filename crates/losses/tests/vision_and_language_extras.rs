//! Total variation, the load balancing of experts, and Cox's partial likelihood.

mod common;

use common::{assert_rejects_shapes, config, numerical_gradient};
use losses::prelude::*;
use proptest::prelude::*;

#[test]
fn total_variation_of_a_step_is_its_height_times_its_length() {
    let edge = Array2::from_shape_fn((5, 4), |(_, x)| if x < 2 { 0.0 } else { 3.0 });
    assert_eq!(total_variation(&edge), 5.0 * 3.0);
    // A ramp costs what a jump of the same height does.
    let ramp = Array2::from_shape_fn((5, 4), |(_, x)| x as f64);
    assert_eq!(total_variation(&ramp), 5.0 * 3.0);
    assert_eq!(total_variation(&Array2::from_elem((3, 3), 7.0)), 0.0);
    assert_eq!(
        total_variation_gradient(&Array2::from_elem((3, 3), 7.0)),
        Array2::zeros((3, 3))
    );
}

#[test]
fn total_variation_of_the_smallest_images_is_zero() {
    for shape in [(1, 1), (0, 0), (0, 3)] {
        let image = Array2::zeros(shape);
        assert_eq!(total_variation(&image), 0.0);
        assert_eq!(total_variation_gradient(&image), image);
    }
    assert!(total_variation(&array![[f64::NAN, 1.0]]).is_nan());
}

#[test]
fn a_lonely_pixel_is_pulled_from_all_sides() {
    let mut image = Array2::zeros((3, 3));
    image[[1, 1]] = 0.1;
    let cross = array![[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]];
    assert_eq!(total_variation_gradient(&image), cross);
}

#[test]
fn load_balancing_lies_between_its_two_cases() {
    let uniform = load_balancing(&Array2::zeros((4, 3))).unwrap();
    assert_relative_eq!(uniform, 1.0);
    let one_expert = Array2::from_shape_fn((4, 3), |(_, e)| if e == 1 { 800.0 } else { 0.0 });
    assert_relative_eq!(load_balancing(&one_expert).unwrap(), 3.0);
}

#[test]
fn a_token_goes_to_the_first_of_the_experts_that_it_likes_best() {
    let gradient = load_balancing_gradient(&array![[1.0, 1.0], [0.0, 0.0]]).unwrap();
    // All of the load is on the first, so its logits are pressed down.
    assert_relative_eq!(gradient, array![[0.25, -0.25], [0.25, -0.25]]);
}

#[test]
fn load_balancing_can_fall_below_one() {
    // Two tokens hardly prefer the one expert, the third is sure of the other.
    let logits = array![[0.01, 0.0], [0.01, 0.0], [0.0, 800.0]];
    let p = 1.0 / (1.0 + (-0.01_f64).exp());
    let means = [2.0 * p / 3.0, (2.0 * (1.0 - p) + 1.0) / 3.0];
    let expected = 2.0 * (2.0 / 3.0 * means[0] + 1.0 / 3.0 * means[1]);
    assert!(expected < 0.95);
    assert_relative_eq!(
        load_balancing(&logits).unwrap(),
        expected,
        max_relative = 1e-12
    );
}

#[test]
fn load_balancing_rejects_nothing_to_balance() {
    let none = LossError::NoClasses { name: "logits" };
    assert_eq!(load_balancing(&Array2::zeros((2, 0))), Err(none.clone()));
    assert_eq!(load_balancing_gradient(&Array2::zeros((2, 0))), Err(none));
    let none = LossError::InvalidParameter {
        name: "number of rows of logits",
        domain: "at least 1",
        value: 0.0,
    };
    assert_eq!(load_balancing(&Array2::zeros((0, 2))), Err(none.clone()));
    assert_eq!(load_balancing_gradient(&Array2::zeros((0, 2))), Err(none));
}

#[test]
fn cox_is_a_softmax_over_those_at_risk() {
    let (scores, times) = (array![0.3, -1.0, 2.0, 0.0], array![2.0, 1.0, 4.0, 3.0]);
    let losses = cox(&scores, &times, &array![true, true, true, false]).unwrap();
    let among = |others: &[f64], own: f64| {
        let total: f64 = others.iter().map(|it| it.exp()).sum();
        -(own.exp() / total).ln()
    };
    let first = among(&[0.3, -1.0, 2.0, 0.0], -1.0);
    let second = among(&[0.3, 2.0, 0.0], 0.3);
    assert_relative_eq!(losses, array![second, first, 0.0, 0.0], epsilon = 1e-15);
}

#[test]
fn cox_does_not_know_a_common_shift_and_does_not_overflow() {
    let (scores, times) = (array![0.3, -1.0, 2.0], array![2.0, 1.0, 4.0]);
    let events = array![true, true, true];
    let losses = cox(&scores, &times, &events).unwrap();
    let shifted = cox(&(&scores + 5000.0), &times, &events).unwrap();
    assert_abs_diff_eq!(losses, shifted, epsilon = 1e-11);
    let order = cox(&(&scores * 1e300), &times, &events).unwrap();
    assert_relative_eq!(order[1], 3e300, max_relative = 1e-12);
}

#[test]
fn cox_rejects_other_shapes_and_no_time() {
    let (two, seen) = (array![0.0, 0.0], array![true, true]);
    let expected = |name| [("scores", [2].as_slice()), (name, [1].as_slice())];
    assert_rejects_shapes(cox(&two, &array![1.0], &seen), expected("times"));
    assert_rejects_shapes(cox(&two, &two, &array![true]), expected("events"));
    assert_rejects_shapes(cox_gradient(&two, &array![1.0], &seen), expected("times"));
    let never = cox(&two, &array![1.0, f64::NAN], &seen);
    assert!(matches!(
        never,
        Err(LossError::InvalidLabel {
            domain: "a time",
            ..
        })
    ));
}

fn matrix(rows: usize, columns: usize) -> impl Strategy<Value = Array2<f64>> {
    prop::collection::vec(-1.0..1.0, rows * columns)
        .prop_map(move |it| Array2::from_shape_vec((rows, columns), it).unwrap())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn gradients_are_the_slopes(at in matrix(4, 3)) {
        let is_at_a_kink = |a: &f64, b: &f64| (a - b).abs() < 1e-4;
        let values: Vec<f64> = at.iter().copied().collect();
        let n_near = |a: &f64| values.iter().filter(|b| is_at_a_kink(a, b)).count();
        prop_assume!(values.iter().all(|it| n_near(it) == 1));
        let slopes = numerical_gradient(|it| total_variation(it), &at);
        assert_abs_diff_eq!(total_variation_gradient(&at), slopes, epsilon = 1e-7);
        let slopes = numerical_gradient(|it| load_balancing(it).unwrap(), &at);
        assert_abs_diff_eq!(load_balancing_gradient(&at).unwrap(), slopes, epsilon = 1e-7);
    }

    #[test]
    fn the_gradient_of_cox_is_the_slope(scores in matrix(1, 6)) {
        // With a tie, and two subjects that are censored.
        let times = array![2.0, 1.0, 4.0, 3.0, 2.0, 5.0];
        let events = array![true, true, false, true, true, false];
        let total = |it: &Array2<f64>| sum(&cox(&it.row(0), &times, &events).unwrap());
        let gradient = cox_gradient(&scores.row(0), &times, &events).unwrap();
        let slopes = numerical_gradient(total, &scores);
        assert_abs_diff_eq!(gradient, slopes.row(0), epsilon = 1e-7);
    }
}
