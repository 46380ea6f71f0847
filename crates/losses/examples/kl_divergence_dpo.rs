//! Reward with a divergence penalty has a closed-form optimum, and DPO finds the same policy.

extern crate figures;
extern crate losses;

use figures::{Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let reference = array![[0.55, 0.30, 0.10, 0.05]];
    let reward = array![[0.0, 1.0, 2.0, 3.0]];
    let optimum = |beta: f64| softmax(&(reference.ln() + &reward / beta), 1.0);

    // Gradient ascent on E r − KL(π‖reference), in the logits of π: β is 1.
    let mut logits = reference.ln();
    for _ in 0..2000 {
        let policy = softmax(&logits, 1.0)?;
        let value = &reward - &(&policy / &reference).ln();
        logits += &(&policy * &(&value - sum(&(&policy * &value))));
    }
    let ascended = softmax(&logits, 1.0)?;
    // DPO sees no reward, only how often response i is preferred to j.
    let differences = |row: &Array2<f64>| &row.t() - row;
    let preferred = sigmoid(&differences(&reward));
    let mut logits = reference.ln();
    for _ in 0..4000 {
        let margins = differences(&(&logits - &reference.ln()));
        let slopes = binary_cross_entropy_with_logits_gradient(&margins, &preferred)?;
        logits -= &slopes.sum_axis(Axis(1));
    }
    let (by_hand, fitted) = (optimum(1.0)?, softmax(&logits, 1.0)?);
    println!("reference                     {reference:.4}");
    println!("reference · exp(r / β) / Z    {by_hand:.4}");
    println!("gradient ascent on reward     {ascended:.4}");
    println!("DPO on preferences            {fitted:.4}");
    assert_abs_diff_eq!(ascended, by_hand, epsilon = 1e-6);
    assert_abs_diff_eq!(fitted, by_hand, epsilon = 1e-6);
    // ANCHOR_END: program

    let place = |beta: f64| -> Result<_, LossError> {
        let policy = optimum(beta)?;
        let mean_reward = sum(&(&policy * &reward));
        Ok((kl_divergence(&policy, &reference)?[0], mean_reward))
    };
    let frontier = (-150..=150).map(|k| place(1.03_f64.powi(-k)));
    let x = figures::Axis::linear("KL(π‖reference) in nats", 0.0..=3.0);
    let y = figures::Axis::linear("mean reward", 0.0..=3.0);
    let mut panel = Panel::new(x, y).line("", frontier.collect::<Result<Vec<_>, _>>()?);
    for beta in [4.0, 2.0, 1.0, 0.5, 0.25] {
        panel = panel.annotate(format!("β = {beta}"), place(beta)?);
    }
    let title = "Best mean reward over the divergence from the reference policy";
    let seen = "A rising concave curve from the mean reward of the reference to the highest \
        reward. Dots mark weights of the penalty: the smaller, the farther right.";
    Figure::new("kl_divergence_dpo", title, seen)
        .panel(panel)
        .save()?;
    Ok(())
}
