//! Reward minus β KL has a best policy in closed form, and the reward can be read back from it: what DPO builds on.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Three answers to one prompt: their share in the reference, and their reward.
    let (reference, rewards) = (array![[0.7, 0.2, 0.1]], array![[0.0, 1.0, 2.0]]);
    println!("beta  best policy               reward  KL      read back");
    for beta in [0.5, 1.0, 5.0] {
        let objective = |policy: &Array2<f64>| -> Result<f64, LossError> {
            Ok((policy * &rewards).sum() - beta * kl_divergence(policy, &reference)?[0])
        };
        // The closed form: the reference, tilted by e to the reward over β …
        let tilted = &reference * &(&rewards / beta).mapv(f64::exp);
        let best = &tilted / tilted.sum();
        // … is not beaten by any policy with probabilities in whole percent.
        for (a, b) in (0..=100).flat_map(|a| (0..=100 - a).map(move |b| (a, b))) {
            let policy = array![[a, b, 100 - a - b]].mapv(f64::from) / 100.0;
            assert!(objective(&policy)? <= objective(&best)?);
        }
        // The way back: β times the log-ratio is the reward, up to a constant.
        let implicit = beta * (&best / &reference).mapv(f64::ln);
        let read_back = &implicit - implicit[[0, 0]];
        assert_relative_eq!(read_back, rewards, epsilon = 1e-12);

        let (reward, kl) = (
            (&best * &rewards).sum(),
            kl_divergence(&best, &reference)?[0],
        );
        let (best, read_back) = (best.row(0), read_back.row(0));
        println!("{beta:<5} {best:.4}  {reward:.4}  {kl:.4}  {read_back:.2}");
    }
    // ANCHOR_END: program
    Ok(())
}
