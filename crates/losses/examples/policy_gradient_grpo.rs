//! GRPO by hand: what standardizing by the group and averaging over the tokens do to the pull of a token.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // Eight answers, of which the first ones are right, with reward 1.
    let group = |right: usize| {
        let reward = |(_, i)| if i < right { 1.0 } else { 0.0 };
        group_advantages(&Array2::from_shape_fn((1, 8), reward))
    };
    // ANCHOR: program
    println!("right of 8  advantage if right  if wrong");
    for right in [1, 4, 7] {
        let advantages = group(right);
        let [best, worst] = [advantages[[0, 0]], advantages[[0, 7]]];
        println!("{right:10} {best:19.4} {worst:9.4}");
    }
    // Four answers to one prompt: right, wrong, wrong and long, right.
    let lengths = array![2, 2, 4, 2];
    let advantages = group_advantages(&array![[1.0, 0.0, 0.0, 1.0]])
        .row(0)
        .to_owned();
    let old = Array2::from_elem((4, 4), -1.0);
    let new = &old + &array![[0.0], [0.0], [0.0], [0.3]];
    let (clip, beta) = (0.2, 0.04);
    let policies = || [&*new, &*old, &*old];
    let losses = grpo(policies(), &advantages, &lengths, Grpo { clip, beta })?;
    let gradient = grpo_gradient(policies(), &advantages, &lengths, Grpo { clip, beta })?;
    println!("\nanswer  advantage  tokens     loss  pull of a token");
    for answer in 0..4 {
        let (advantage, tokens) = (advantages[answer], lengths[answer]);
        let (loss, pull) = (losses[answer], gradient[[answer, 0]]);
        println!("{answer:6} {advantage:10} {tokens:7} {loss:8.4} {pull:16.4}");
    }
    println!("GRPO loss, the mean {:.4}", mean(&losses)?);
    // ANCHOR_END: program
    // With a share s right: √((1 − s) / s) and −√(s / (1 − s)).
    assert_relative_eq!(group(1)[[0, 0]], 7.0_f64.sqrt(), max_relative = 1e-12);
    assert_relative_eq!(group(7)[[0, 7]], -7.0_f64.sqrt(), max_relative = 1e-12);
    // The last answer, by hand: clipped at 1.2, and the penalty of e^−0.3.
    let penalty = (-0.3_f64).exp() + 0.3 - 1.0;
    assert_relative_eq!(losses[3], -1.2 + 0.04 * penalty, max_relative = 1e-12);
    let pull = 0.04 * (1.0 - (-0.3_f64).exp()) / 2.0;
    assert_relative_eq!(gradient[[3, 0]], pull, max_relative = 1e-12);
    Ok(())
}
