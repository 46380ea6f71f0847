//! An unbiased estimate of a divergence need not have an unbiased gradient.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let p = array![[0.50, 0.30, 0.15, 0.05]];
    let q = softmax(&array![[1.0, 0.5, 0.0, -0.5]], 1.0)?;

    // Differentiate k(ln r) at a sample x, ln r = ln p(x) − ln q(x), as automatic
    // differentiation does: ∂k/∂z = −k′(ln r) (onehot(x) − q). Then average over x.
    let mean_gradient = |derivative: fn(f64) -> f64| {
        let weights = &q * &(&p / &q).mapv(|r| -derivative(r.ln()));
        &weights - &q * sum(&weights)
    };
    let of_k1 = mean_gradient(|_| -1.0);
    let of_k2 = mean_gradient(|log_ratio| log_ratio);
    let of_k3 = mean_gradient(|log_ratio| log_ratio.exp() - 1.0);

    let in_q = kl_divergence_gradient_p(&q, &p)?;
    let reverse = &q * &(&in_q - sum(&(&q * &in_q)));
    let forward = &q - &p;
    println!("gradient in the logits of q, class by class");
    for (name, gradient) in [
        ("mean over k1 = −ln r", &of_k1),
        ("mean over k2 = ½ (ln r)²", &of_k2),
        ("gradient of KL(q‖p)", &reverse),
        ("mean over k3 = r − 1 − ln r", &of_k3),
        ("gradient of KL(p‖q)", &forward),
    ] {
        println!("{name:<28} {:8.4}", gradient.row(0));
    }
    assert_abs_diff_eq!(of_k1, array![[0.0, 0.0, 0.0, 0.0]], epsilon = 1e-12);
    assert_abs_diff_eq!(of_k2, reverse, epsilon = 1e-12);
    assert_abs_diff_eq!(of_k3, forward, epsilon = 1e-12);
    // ANCHOR_END: program
    Ok(())
}
