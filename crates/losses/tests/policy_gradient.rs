//! The clipped surrogate of PPO, and GRPO.

mod common;

use common::{
    NOT_POSITIVE, assert_rejects_parameter, assert_rejects_shapes, assert_same, central_difference,
    config, numerical_gradient,
};
use losses::prelude::*;
use proptest::prelude::*;

const SETTINGS: Grpo = Grpo {
    clip: 0.2,
    beta: 0.04,
};

fn one(ratio: f64, advantage: f64) -> (f64, f64) {
    let (new, old, advantage) = (array![ratio.ln()], array![0.0], array![advantage]);
    let loss = ppo_clip(&new, &old, &advantage, 0.2).unwrap()[0];
    (
        loss,
        ppo_clip_gradient(&new, &old, &advantage, 0.2).unwrap()[0],
    )
}

#[test]
fn has_the_six_cases_of_the_paper() {
    // ratio, advantage → loss, gradient
    for (ratio, advantage, loss, gradient) in [
        (1.0, 2.0, -2.0, -2.0),
        (1.5, 2.0, -2.4, 0.0),
        (0.5, 2.0, -1.0, -1.0),
        (1.0, -2.0, 2.0, 2.0),
        (1.5, -2.0, 3.0, 3.0),
        (0.5, -2.0, 1.6, 0.0),
    ] {
        let (value, slope) = one(ratio, advantage);
        assert_relative_eq!(value, loss, max_relative = 1e-14);
        assert_relative_eq!(slope, gradient, max_relative = 1e-14);
    }
}

#[test]
fn is_never_below_the_surrogate_without_the_clip() {
    for ratio in [0.1, 0.8, 1.0, 1.2, 4.0] {
        for advantage in [-3.0, 0.0, 3.0] {
            assert!(one(ratio, advantage).0 >= -ratio * advantage);
        }
    }
}

#[test]
fn at_the_kinks_the_flat_side_counts() {
    let slope = |ratio: f64, advantage: f64| {
        let new = array![ratio.ln()];
        ppo_clip_gradient(
            &new,
            &array![0.0],
            &array![advantage],
            ratio.ln().exp() - 1.0,
        )
    };
    assert_eq!(slope(1.5, 1.0).unwrap()[0], 0.0);
    // Of the other sign there is no kink.
    assert_relative_eq!(slope(1.5, -1.0).unwrap()[0], 1.5, max_relative = 1e-14);
}

#[test]
fn group_advantages_are_standardized() {
    let advantages = group_advantages(&array![[1.0, 2.0, 3.0, 6.0], [0.1, 0.1, 0.1, 0.1]]);
    assert_abs_diff_eq!(advantages.row(0).sum(), 0.0, epsilon = 1e-14);
    let squares = advantages.row(0).dot(&advantages.row(0));
    assert_relative_eq!(squares, 4.0, max_relative = 1e-14);
    assert_eq!(advantages.row(1), Array1::<f64>::zeros(4));
    // Neither a shift nor a scale of the rewards counts.
    let other = group_advantages(&array![[11.0, 21.0, 31.0, 61.0]]);
    assert_relative_eq!(other.row(0), advantages.row(0), max_relative = 1e-13);
    // Not even a shift beside which the mean of the squares is blind.
    let far = group_advantages(&(array![[1.0, 2.0, 3.0, 6.0]] + 4e15));
    assert_relative_eq!(far.row(0), advantages.row(0), max_relative = 1e-14);
    assert!(group_advantages(&array![[f64::NAN, 1.0]])[[0, 1]].is_nan());
    assert_eq!(group_advantages(&Array2::zeros((2, 0))).shape(), [2, 0]);
}

#[test]
fn grpo_on_its_own_samples_is_minus_the_advantage() {
    let same = array![[-1.0, -2.0, -0.5], [-0.1, -9.0, -3.0]];
    let (advantages, lengths) = (array![1.5, -0.5], array![3, 2]);
    let losses = grpo([&same, &same, &same], &advantages, &lengths, SETTINGS).unwrap();
    assert_relative_eq!(losses, array![-1.5, 0.5]);
}

#[test]
fn grpo_does_not_read_the_padding() {
    let [new, old] = [array![[-1.0, f64::NAN]], array![[-1.1, f64::INFINITY]]];
    let (advantages, lengths) = (array![1.0], array![1]);
    let loss = grpo([&new, &old, &old], &advantages, &lengths, SETTINGS).unwrap();
    let penalty = (-0.1_f64).exp() + 0.1 - 1.0;
    assert_relative_eq!(
        loss[0],
        -0.1_f64.exp() + 0.04 * penalty,
        max_relative = 1e-12
    );
    let gradient = grpo_gradient([&new, &old, &old], &advantages, &lengths, SETTINGS).unwrap();
    assert_eq!(gradient[[0, 1]], 0.0);
    let none = grpo([&new, &old, &old], &advantages, &array![0], SETTINGS).unwrap();
    assert_same(&none, &array![0.0]);
}

#[test]
fn passes_nan_through() {
    assert!(one(f64::NAN, 1.0).0.is_nan());
    assert!(one(1.0, f64::NAN).0.is_nan());
}

#[test]
fn rejects_parameters_outside_of_their_domain() {
    let (row, flat) = (array![[0.0]], array![0.0]);
    for clip in NOT_POSITIVE {
        assert_rejects_parameter(ppo_clip(&flat, &flat, &flat, clip), "clip", clip);
        assert_rejects_parameter(ppo_clip_gradient(&flat, &flat, &flat, clip), "clip", clip);
        let settings = Grpo { clip, beta: 0.0 };
        let policies: [&ArrayRef2<f64>; 3] = [&row, &row, &row];
        assert_rejects_parameter(grpo(policies, &flat, &array![1], settings), "clip", clip);
        let gradient = grpo_gradient(policies, &flat, &array![1], settings);
        assert_rejects_parameter(gradient, "clip", clip);
    }
    for beta in [-0.1, f64::NAN, f64::INFINITY] {
        let settings = Grpo { clip: 0.2, beta };
        let result = grpo([&row, &row, &row], &flat, &array![1], settings);
        let Err(LossError::InvalidParameter {
            name: "beta",
            domain: "at least 0 and finite",
            ..
        }) = result
        else {
            panic!("{result:?}");
        };
    }
    let too_long = LossError::InvalidParameter {
        name: "length of an answer",
        domain: "at most the number of tokens in a row",
        value: 2.0,
    };
    let result = grpo([&row, &row, &row], &flat, &array![2], SETTINGS);
    assert_eq!(result, Err(too_long));
}

#[test]
fn rejects_other_shapes() {
    let (two, three) = (array![0.0, 0.0], array![0.0, 0.0, 0.0]);
    let names = ["log_probabilities", "old_log_probabilities", "advantages"];
    let expected = |name| [(names[0], [2].as_slice()), (name, [3].as_slice())];
    assert_rejects_shapes(ppo_clip(&two, &three, &two, 0.2), expected(names[1]));
    assert_rejects_shapes(ppo_clip(&two, &two, &three, 0.2), expected(names[2]));
    assert_rejects_shapes(
        ppo_clip_gradient(&two, &two, &three, 0.2),
        expected(names[2]),
    );
    let (good, bad) = (Array2::zeros((2, 1)), Array2::zeros((3, 1)));
    let call = |policies, advantages: &Array1<f64>, lengths: Array1<usize>| {
        grpo(policies, advantages, &lengths, SETTINGS)
    };
    let expected = |name| [("current", [2, 1].as_slice()), (name, [3, 1].as_slice())];
    assert_rejects_shapes(
        call([&good, &bad, &good], &two, array![1, 1]),
        expected("old"),
    );
    assert_rejects_shapes(
        call([&good, &good, &bad], &two, array![1, 1]),
        expected("reference"),
    );
    let expected = |name| [("current", [2, 1].as_slice()), (name, [3].as_slice())];
    let policies: [&ArrayRef2<f64>; 3] = [&good, &good, &good];
    assert_rejects_shapes(call(policies, &three, array![1, 1]), expected("advantages"));
    assert_rejects_shapes(call(policies, &two, array![1, 1, 1]), expected("lengths"));
}

fn tokens() -> impl Strategy<Value = Array2<f64>> {
    prop::collection::vec(-2.0..-1.0, 6).prop_map(|it| Array2::from_shape_vec((2, 3), it).unwrap())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn gradients_are_the_slopes(
        new in tokens(),
        old in tokens(),
        reference in tokens(),
        first in -2.0..2.0,
    ) {
        let at_a_kink = |ratio: f64| (ratio - 0.8).abs() < 1e-3 || (ratio - 1.2).abs() < 1e-3;
        prop_assume!(!(&new - &old).mapv(f64::exp).iter().any(|it| at_a_kink(*it)));
        let (advantages, lengths) = (array![first, 1.0], array![3, 2]);
        let total = |at: &Array2<f64>| {
            sum(&grpo([at, &old, &reference], &advantages, &lengths, SETTINGS).unwrap())
        };
        let gradient =
            grpo_gradient([&new, &old, &reference], &advantages, &lengths, SETTINGS).unwrap();
        assert_abs_diff_eq!(gradient, numerical_gradient(total, &new), epsilon = 1e-7);

        let loss = |it| ppo_clip(&array![it], &array![old[[0, 0]]], &array![first], 0.2).unwrap()[0];
        let new = new[[0, 0]];
        let gradient =
            ppo_clip_gradient(&array![new], &array![old[[0, 0]]], &array![first], 0.2).unwrap();
        assert_abs_diff_eq!(gradient[0], central_difference(loss, new), epsilon = 1e-7);
    }
}
