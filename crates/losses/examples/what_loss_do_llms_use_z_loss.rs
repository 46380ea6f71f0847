//! Cross-entropy cannot see a drift of all logits together; the z-loss can.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let (logits, weight) = (array![[2.0, 1.0, 0.1]], 1e-4);
    println!("weight of the z-loss {weight:e}");
    println!("drift  cross-entropy  ln Z      z-loss    its gradient, summed");
    for drift in [0.0, 10.0, 100.0] {
        let drifted = &logits + drift;
        let loss = softmax_cross_entropy(&drifted, &array![0])?[0];
        let ln_z = log_sum_exp(&drifted)?[0];
        let z_loss = weight * ln_z * ln_z;
        // The derivative of (ln Z)² is 2 ln Z times the softmax, whose sum is 1.
        let gradient = 2.0 * weight * ln_z * softmax(&drifted, 1.0)?;
        println!(
            "{drift:<6} {loss:<14.6} {ln_z:<9.4} {z_loss:<9.6} {:.6}",
            gradient.sum()
        );

        // By hand: e², e¹ and e^0.1 share the whole; the drift adds to ln Z.
        let z = 2_f64.exp() + 1_f64.exp() + 0.1_f64.exp();
        assert_relative_eq!(loss, z.ln() - 2.0, max_relative = 1e-9);
        assert_relative_eq!(ln_z, z.ln() + drift, max_relative = 1e-12);
        let at = |step: f64| -> Result<f64, LossError> {
            Ok(weight * log_sum_exp(&(&drifted + step))?[0].powi(2))
        };
        let walked = (at(1e-4)? - at(-1e-4)?) / 2e-4;
        assert_relative_eq!(gradient.sum(), walked, max_relative = 1e-6);
    }
    // ANCHOR_END: program
    Ok(())
}
