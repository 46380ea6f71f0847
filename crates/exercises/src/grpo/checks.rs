use ndarray::Array1;

use super::answer::{Answer, advantages, grpo};
use crate::teach::{all_close, close};

/// An answer whose tokens are as likely under the old policy and the reference.
fn answer(reward: f64, policy: &[f64], old: &[f64]) -> Answer {
    Answer {
        reward,
        policy: policy.to_vec(),
        old: old.to_vec(),
        reference: policy.to_vec(),
    }
}

#[test]
fn advantages_are_standardized_in_the_group() {
    let group = [1.0, 0.0, 0.0, 1.0].map(|reward| answer(reward, &[-1.0], &[-1.0]));
    all_close(
        &Array1::from(advantages(&group)),
        &Array1::from(vec![1.0, -1.0, -1.0, 1.0]),
        "mean ½, standard deviation ½ (over n, not n − 1)",
    );
}

#[test]
fn equal_rewards_teach_nothing() {
    let group = [1.0, 1.0].map(|reward| answer(reward, &[-1.0], &[-2.0]));
    close(
        grpo(&group, 0.2, 0.0),
        0.0,
        "the standard deviation is 0: the advantages are 0, not 0/0",
    );
}

#[test]
fn at_the_old_policy_the_objective_is_zero() {
    let group = [(3.0, &[-1.0, -2.0][..]), (1.0, &[-0.5][..])]
        .map(|(reward, tokens)| answer(reward, tokens, tokens));
    close(
        grpo(&group, 0.2, 0.1),
        0.0,
        "all ratios are 1 and the advantages sum to 0; its gradient is not 0",
    );
}

#[test]
fn clips_what_has_moved_far_enough() {
    let up = 2_f64.ln();
    let group = [answer(1.0, &[up], &[0.0]), answer(0.0, &[0.0], &[0.0])];
    close(
        grpo(&group, 0.2, 0.0),
        (1.2 - 1.0) / 2.0,
        "a ratio of 2 with a positive advantage counts 1.2",
    );
}

#[test]
fn does_not_clip_what_went_the_wrong_way() {
    let up = 2_f64.ln();
    let group = [answer(0.0, &[up], &[0.0]), answer(1.0, &[0.0], &[0.0])];
    close(
        grpo(&group, 0.2, 0.0),
        (-2.0 + 1.0) / 2.0,
        "a bad answer that became likelier pays in full: the minimum takes −2, not −1.2",
    );
}

#[test]
fn each_answer_counts_once_however_long() {
    let up = 1.1_f64.ln();
    let group = [
        answer(1.0, &[up; 5], &[0.0; 5]),
        answer(0.0, &[0.0], &[0.0]),
    ];
    close(
        grpo(&group, 0.2, 0.0),
        (1.1 - 1.0) / 2.0,
        "first the mean over the tokens of an answer, then over the answers",
    );
}

#[test]
fn leaving_the_reference_costs() {
    let mut group = [1.0, 1.0].map(|reward| answer(reward, &[0.0], &[0.0]));
    group[0].reference = vec![2_f64.ln()];
    close(
        grpo(&group, 0.2, 0.5),
        -0.5 * (2.0 - 1.0 - 2_f64.ln()) / 2.0,
        "the penalty is r − 1 − ln r with r = reference/policy, and it is never negative",
    );
}
