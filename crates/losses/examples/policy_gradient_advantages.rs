//! Generalized advantages are a weighted mean of all n-step ones; λ = 0 is one TD error, λ = 1 the return less the value.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// A_t = δ_t + γλ A_{t+1}, with the TD error δ_t = r_t + γ V_{t+1} − V_t.
fn advantages(rewards: &[f64], values: &[f64], discount: f64, lambda: f64) -> Vec<f64> {
    let mut later = 0.0;
    let mut found: Vec<f64> = (0..rewards.len())
        .rev()
        .map(|t| {
            // Behind the last step nothing comes.
            let next = values.get(t + 1).copied().unwrap_or(0.0);
            later = rewards[t] + discount * next - values[t] + discount * lambda * later;
            later
        })
        .collect();
    found.reverse();
    found
}
// ANCHOR_END: program

fn main() {
    let (rewards, values) = ([0.0, 0.0, 0.0, 1.0], [0.5, 0.6, 0.2, 0.9]);
    println!("λ      advantages");
    for lambda in [0.0, 0.95, 1.0] {
        let found = Array1::from(advantages(&rewards, &values, 1.0, lambda));
        println!("{lambda:.2}   {found:7.4}");
        // Independent: (1 − λ) Σ λ^(n−1) times the n-step advantage, the rest on the last.
        let steps = |n: usize| if n == 4 { 1.0 - 0.5 } else { values[n] - 0.5 };
        let mut sum: f64 = (1..4)
            .map(|n| (1.0 - lambda) * lambda.powi(n as i32 - 1) * steps(n))
            .sum();
        sum += lambda.powi(3) * steps(4);
        assert_abs_diff_eq!(found[0], sum, epsilon = 1e-12);
    }
    let returns = advantages(&rewards, &values, 1.0, 1.0);
    for (found, value) in returns.iter().zip(values) {
        assert_abs_diff_eq!(*found, 1.0 - value, epsilon = 1e-12);
    }
}
