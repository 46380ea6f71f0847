//! In the logits, the forward gradient is q − p; the reverse one fades where q does.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let p = array![[0.50, 0.30, 0.15, 0.05]];
    let logits = array![[2.0, -1.0, 0.5, -6.0]];
    let q = softmax(&logits, 1.0)?;

    let through_softmax = |in_q: &Array2<f64>| &q * &(in_q - sum(&(&q * in_q)));
    let in_q = kl_divergence_gradient_q(&p, &q)?;
    let forward = through_softmax(&in_q);
    let reverse = through_softmax(&kl_divergence_gradient_p(&q, &p)?);
    assert_abs_diff_eq!(forward, &q - &p, epsilon = 1e-12);

    let slope = |class: usize, loss: fn(&Array2<f64>, &Array2<f64>) -> Result<f64, LossError>| {
        let (mut left, mut right) = (logits.clone(), logits.clone());
        left[[0, class]] -= 1e-5;
        right[[0, class]] += 1e-5;
        Ok::<_, LossError>((loss(&p, &right)? - loss(&p, &left)?) / 2e-5)
    };
    println!("target p   model q    −p / q      q − p   gradient of KL(q‖p)");
    for (class, in_q) in in_q.iter().enumerate() {
        let at = [0, class];
        let (forward, reverse) = (forward[at], reverse[at]);
        let [target, model] = [p[at], q[at]];
        println!("{target:>8} {model:9.6} {in_q:9.2} {forward:10.6} {reverse:17.6}");
        let of_forward = slope(class, |p, z| Ok(kl_divergence(p, &softmax(z, 1.0)?)?[0]))?;
        let of_reverse = slope(class, |p, z| Ok(kl_divergence(&softmax(z, 1.0)?, p)?[0]))?;
        assert_abs_diff_eq!(forward, of_forward, epsilon = 1e-8);
        assert_abs_diff_eq!(reverse, of_reverse, epsilon = 1e-8);
    }
    // ANCHOR_END: program

    let (target, target_logit) = (0.9, 9.0_f64.ln());
    let q = |z: f64| 1.0 / (1.0 + (-z).exp());
    let loss =
        |z: f64| target * (target / q(z)).ln() + (1.0 - target) * ((1.0 - target) / q(-z)).ln();
    let forward = |z: f64| q(z) - target;
    let reverse = |z: f64| q(z) * q(-z) * (z - target_logit);
    for z in (-60..=60).map(|it| f64::from(it) / 10.0) {
        let by_differences = (loss(z + 1e-5) - loss(z - 1e-5)) / 2e-5;
        assert_abs_diff_eq!(forward(z), by_differences, epsilon = 1e-9);
    }
    let x = Axis::linear("logit z of q", -6.0..=6.0);
    let panel = Panel::new(x, Axis::linear("", -1.0..=3.0))
        .function("KL(p‖q)", loss)
        .function("gradient", forward)
        .function("gradient of KL(q‖p)", reverse);
    let title = "Divergence of a coin with target 0.9, and the gradient of both directions";
    let seen = "Over the logit, the divergence falls to 0 at the target. Its gradient stays near \
        −0.9 far to the left; the reverse one has a dip and fades on both sides.";
    let figure = Figure::new("kl_divergence_gradient", title, seen).narrow();
    Ok(figure.panel(panel).save()?)
}
