//! Two right answers with the same reward: the exact policy gradient raises the frequent one more, and entropy falls.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Gradient ascent on the mean reward, plus a bonus times the entropy.
fn train(start: [f64; 3], bonus: f64) -> Result<[f64; 3], LossError> {
    let rewards = [1.0, 1.0, 0.0];
    let mut logits = start.map(f64::ln);
    for _ in 0..20_000 {
        let row = softmax(&array![logits], 1.0)?;
        let p = [0, 1, 2].map(|it| row[[0, it]]);
        let value = [0, 1, 2].map(|it| rewards[it] - bonus * p[it].ln());
        let mean: f64 = (0..3).map(|it| p[it] * value[it]).sum();
        logits = [0, 1, 2].map(|it| logits[it] + 0.05 * p[it] * (value[it] - mean));
    }
    Ok(logits)
}
// ANCHOR_END: program

fn main() -> Result<(), LossError> {
    let start = [0.30, 0.05, 0.65];
    println!("two right answers and a wrong one");
    println!("                  first   second   entropy   second seen in 8 tries");
    let show = |name: &str, p: [f64; 3]| {
        let entropy: f64 = p.iter().map(|it| -it * it.ln()).sum();
        let seen = 1.0 - (1.0 - p[1]).powi(8);
        println!(
            "{name:<16} {:6.4} {:8.4} {entropy:9.4} {seen:24.4}",
            p[0], p[1]
        );
    };
    show("start", start);
    for bonus in [0.0, 0.1] {
        let logits = train(start, bonus)?;
        let row = softmax(&array![logits], 1.0)?;
        let p = [0, 1, 2].map(|it| row[[0, it]]);
        show(&format!("bonus {bonus:.1}"), p);
        if bonus == 0.0 {
            // Independent: e^−z of the one less that of the other stays as it is.
            let kept = 1.0 / start[1] - 1.0 / start[0];
            assert_relative_eq!(
                (-logits[1]).exp() - (-logits[0]).exp(),
                kept,
                max_relative = 0.02
            );
        } else {
            // At the optimum of reward plus bonus the policy is e^(reward/bonus), normalized.
            let best = 10_f64.exp() / (2.0 * 10_f64.exp() + 1.0);
            assert_relative_eq!(p[0], best, max_relative = 1e-2);
        }
    }
    Ok(())
}
