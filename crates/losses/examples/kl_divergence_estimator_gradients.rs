//! An unbiased estimate of a divergence need not have an unbiased gradient.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let p: Array2<f64> = array![[0.50, 0.30, 0.15, 0.05]];
    let z = array![[1.0, 0.5, 0.0, -0.5]];
    let q = softmax(&z, 1.0)?;

    // At each sample x differentiate k(ln r), ln r = ln p(x) − ln q(x), in the
    // logits, by central differences; then average over x with the q of before.
    let log_ratio = |z: &Array2<f64>, x: usize| {
        log_softmax(z).map_or(f64::NAN, |log_q| p[[0, x]].ln() - log_q[[0, x]])
    };
    let mean_gradient = |k: fn(f64) -> f64| {
        Array2::from_shape_fn((1, 4), |(_, class)| {
            let mut step = Array2::zeros((1, 4));
            step[[0, class]] = 1e-5;
            let slope = |x| k(log_ratio(&(&z + &step), x)) - k(log_ratio(&(&z - &step), x));
            (0..4).map(|x| q[[0, x]] * slope(x) / 2e-5).sum::<f64>()
        })
    };
    let of_k1 = mean_gradient(|log_ratio| -log_ratio);
    let of_k2 = mean_gradient(|log_ratio| 0.5 * log_ratio * log_ratio);
    let of_k3 = mean_gradient(|log_ratio| log_ratio.exp() - 1.0 - log_ratio);

    let in_q = kl_divergence_gradient_p(&q, &p)?;
    let reverse = &q * &(&in_q - sum(&(&q * &in_q)));
    let forward = &q - &p;
    assert_abs_diff_eq!(of_k1, array![[0.0, 0.0, 0.0, 0.0]], epsilon = 1e-9);
    assert_abs_diff_eq!(of_k2, reverse, epsilon = 1e-9);
    assert_abs_diff_eq!(of_k3, forward, epsilon = 1e-9);
    // ANCHOR_END: program

    println!("gradient in the logits of q, class by class");
    for (name, gradient) in [
        ("mean over k1 = −ln r", &of_k1),
        ("mean over k2 = ½ (ln r)²", &of_k2),
        ("gradient of KL(q‖p)", &reverse),
        ("mean over k3 = r − 1 − ln r", &of_k3),
        ("gradient of KL(p‖q)", &forward),
    ] {
        // Rounded first, so that no zero is printed with a minus.
        let rounded = gradient.row(0).mapv(|it| (1e4 * it).round() / 1e4 + 0.0);
        println!("{name:<28} {rounded:8.4}");
    }
    Ok(())
}
