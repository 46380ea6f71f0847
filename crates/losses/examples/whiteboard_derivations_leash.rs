//! The best policy under a KL leash is the tilted reference, and gives the reward back.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Climb E[r] − β KL(p ‖ reference) with β = 0.5 in the logits.
    let (reward, reference) = (array![1.0, 0.2, -0.5], array![0.2, 0.5, 0.3]);
    let mut z = array![[0.0, 0.0, 0.0]];
    for _ in 0..20_000 {
        let p = softmax(&z, 1.0)?.row(0).to_owned();
        let gain = &reward - 0.5 * (&p / &reference).ln();
        z += &(0.1 * &p * (&gain - p.dot(&gain)));
    }
    let climbed = softmax(&z, 1.0)?.row(0).to_owned();
    let tilted = &reference * (&reward / 0.5).exp();
    let by_hand = &tilted / tilted.sum();
    println!("climbed {climbed:.6}\nby hand {by_hand:.6}");
    let implicit = 0.5 * (&climbed / &reference).ln();
    let (given, found) = (reward[0] - reward[1], implicit[0] - implicit[1]);
    println!("difference of rewards {given:.6}, from the policy {found:.6}");
    // ANCHOR_END: program
    assert_abs_diff_eq!(climbed, by_hand, epsilon = 1e-9);
    assert_abs_diff_eq!(given, found, epsilon = 1e-8);
    Ok(())
}
