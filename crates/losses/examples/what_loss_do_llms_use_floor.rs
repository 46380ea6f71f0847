//! Cross-entropy is entropy plus KL: training drives the KL to zero, and the loss stops at the entropy of the data.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // After one context, the data continue in three ways with these frequencies.
    let data = array![[0.6, 0.3, 0.1]];
    let entropy = -data.mapv(|p: f64| p * p.ln()).sum();

    let mut logits = array![[-2.0, 0.0, 1.0]];
    let mut curve = Vec::new();
    println!("step   loss    entropy  KL(data, model)");
    for step in 0..=100 {
        let loss = softmax_cross_entropy_with_probabilities(&logits, &data)?[0];
        let divergence = kl_divergence(&data, &softmax(&logits, 1.0)?)?[0];
        assert_relative_eq!(loss, entropy + divergence, max_relative = 1e-12);
        if [0, 1, 10, 100].contains(&step) {
            println!("{step:<6} {loss:.4}  {entropy:.4}   {divergence:.4}");
        }
        curve.push((f64::from(step), loss));
        logits -= &softmax_cross_entropy_with_probabilities_gradient(&logits, &data)?;
    }
    let learned = softmax(&logits, 1.0)?;
    println!("learned probabilities {:.2}", learned.row(0));
    // ANCHOR_END: program

    Figure::new(
        "what_loss_do_llms_use_floor",
        "Training loss on data that continue in three ways",
        "A curve over 40 steps falls from about 2.4 and levels off at a horizontal line, the \
         entropy of the data at 0.9, well above 0.",
    )
    .panel(
        Panel::new(
            Axis::linear("step", 0.0..=40.0),
            Axis::linear("cross-entropy in nats", 0.0..=3.0),
        )
        .line("", curve)
        .horizontal_line("entropy of the data", entropy),
    )
    .save()?;
    Ok(())
}
