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
    let x = Axis::linear("logit z of q", -10.0..=10.0);
    let y = Axis::linear("slope", -1.0..=0.6);
    let panel = Panel::new(x, y)
        .function("forward: q − p", |z| q(z) - target)
        .function("reverse: q (1 − q) (z − logit p)", |z| {
            q(z) * q(-z) * (z - target_logit)
        })
        .vertical_line("logit of the target", target_logit);
    let title = "Slope of both divergences in the logit, for a coin with target 0.9";
    let seen = "Two curves over the logit, which both cross zero at the logit of the target. The \
        forward slope stays near −0.9 however far to the left; the reverse slope has a dip \
        and fades on both sides.";
    Figure::new("kl_divergence_gradient", title, seen)
        .panel(panel)
        .save()?;
    Ok(())
}
