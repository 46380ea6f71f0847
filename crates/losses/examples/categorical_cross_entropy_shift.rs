//! A constant added to all logits leaves softmax and loss alone, and moves
//! log-sum-exp by itself.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let logits = array![[2.0, 1.0, 0.1]];
    println!("  added   softmax                     log-sum-exp       loss");
    for added in [0.0, 1.0, -100.0, 1000.0] {
        let shifted = &logits + added;
        let probabilities = softmax(&shifted, 1.0)?;
        let log_sum_exp = log_sum_exp(&shifted)?[0];
        let loss = softmax_cross_entropy(&shifted, &array![0])?[0];
        let shown = probabilities.row(0);
        println!("{added:7}   {shown:.4} {log_sum_exp:14.6} {loss:10.6}");

        // By hand, at the unshifted logits.
        let exponentials = [2.0_f64.exp(), 1.0_f64.exp(), 0.1_f64.exp()];
        let sum: f64 = exponentials.iter().sum();
        let by_hand = array![exponentials.map(|it| it / sum)];
        assert_relative_eq!(probabilities, by_hand, max_relative = 1e-12);
        assert_relative_eq!(log_sum_exp, sum.ln() + added, max_relative = 1e-12);
        assert_relative_eq!(loss, sum.ln() - 2.0, max_relative = 1e-12);
    }

    let probabilities = softmax(&array![[12.5, 0.6, -23.0]], 1.0)?;
    let [first, second, third] = [0, 1, 2].map(|class| probabilities[[0, class]]);
    println!("softmax of 12.5, 0.6, -23: {first:.6}, {second:.1e}, {third:.1e}");
    // The log-odds of two classes are the difference of their logits.
    let log_odds = (first / third).ln();
    assert_relative_eq!(log_odds, 12.5 + 23.0, max_relative = 1e-12);
    // ANCHOR_END: program
    Ok(())
}
