//! Against its best discriminator, the GAN objective is 2 JS − ln 4.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let data = array![[0.4, 0.4, 0.2, 0.0]];
    println!("generator              objective   2 JS − ln 4   best D(x)");
    for generator in [
        array![[0.1, 0.2, 0.3, 0.4]],
        array![[0.3, 0.4, 0.2, 0.1]],
        data.clone(),
        array![[0.0, 0.0, 0.0, 1.0]],
    ] {
        // Train one logit per outcome: data is labeled 1, the generator's output 0.
        let mut logits = Array2::zeros((1, 4));
        let ones = Array2::ones((1, 4));
        for _ in 0..5000 {
            let of_real = binary_cross_entropy_with_logits_gradient(&logits, &ones)?;
            let of_fake = binary_cross_entropy_with_logits_gradient(&logits, &(&ones - 1.0))?;
            logits -= &((&data * &of_real + &generator * &of_fake) * 4.0);
        }
        let of_real = binary_cross_entropy_with_logits(&logits, &ones)?;
        let of_fake = binary_cross_entropy_with_logits(&logits, &(&ones - 1.0))?;
        let objective = -sum(&(&data * &of_real + &generator * &of_fake));

        let middle = (&data + &generator) / 2.0;
        let twice = kl_divergence(&data, &middle)?[0] + kl_divergence(&generator, &middle)?[0];
        let limit = twice - 4.0_f64.ln();
        let name = generator.row(0).to_string();
        println!(
            "{name:<22} {objective:9.4} {limit:13.4}   {:.2}",
            sigmoid(&logits).row(0)
        );
        assert_abs_diff_eq!(objective, limit, epsilon = 1e-3);
    }
    // ANCHOR_END: program
    Ok(())
}
