//! Sigmoids on all pairs start with nearly all of the pull on the pairs that do not belong together, unless a bias takes it off.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // At the start all cosines are near 0, and each logit is the bias.
    let labels = array![1.0, 0.0];
    println!("batch     bias  loss of an image  pull, own caption  all others");
    for batch in [512, 32768] {
        let others = f64::from(batch - 1);
        for bias in [0.0, -10.0, -others.ln()] {
            let logits = array![bias, bias];
            let loss = binary_cross_entropy_with_logits(&logits, &labels)?;
            let pull = binary_cross_entropy_with_logits_gradient(&logits, &labels)?;
            let (total, push) = (loss[0] + others * loss[1], others * pull[1]);
            println!(
                "{batch:5} {bias:8.4} {total:17.4} {:18.4} {push:11.4}",
                -pull[0]
            );
        }
    }
    // A pair that is met 100 times as often as by chance: its best logit.
    println!("\nbatch  best logit of the pair");
    for batch in [512, 32768] {
        let others = f64::from(batch - 1);
        let best = 100.0_f64.ln() - others.ln();
        let slope = binary_cross_entropy_with_logits_gradient(&array![best, best], &labels)?;
        println!("{batch:5} {best:23.4}");
        assert_abs_diff_eq!(100.0 * slope[0] + others * slope[1], 0.0, epsilon = 1e-9);
    }
    println!("\ne to the 10  {:.0}", 10.0_f64.exp());
    // ANCHOR_END: program
    // Where the bias is −ln(N − 1), the own caption pulls as hard as all others push.
    let others = 511.0_f64;
    let probability = 1.0 / (1.0 + others);
    let by_hand = [1.0 - probability, others * probability];
    assert_relative_eq!(by_hand[0], by_hand[1], max_relative = 1e-12);
    let at = array![-others.ln(), -others.ln()];
    let pull = binary_cross_entropy_with_logits_gradient(&at, &labels)?;
    assert_relative_eq!(-pull[0], by_hand[0], max_relative = 1e-12);
    assert_relative_eq!(others * pull[1], by_hand[1], max_relative = 1e-12);
    Ok(())
}
