//! The balancing loss of experts is 1 for uniform routing, grows with concentration, and is not bounded below by 1.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let cases = [
        (
            "balanced",
            array![[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]],
        ),
        (
            "one expert, unsure",
            array![[0.1, 0.0], [0.1, 0.0], [0.1, 0.0], [0.1, 0.0]],
        ),
        (
            "one expert, sure",
            array![[9.0, 0.0], [9.0, 0.0], [9.0, 0.0], [9.0, 0.0]],
        ),
        (
            "many unsure, few sure",
            array![[0.1, 0.0], [0.1, 0.0], [0.1, 0.0], [0.0, 9.0]],
        ),
    ];
    println!("router                   loss   slope in the first logit");
    for (name, logits) in &cases {
        let loss = load_balancing(logits)?;
        let slope = load_balancing_gradient(logits)?[[0, 0]];
        println!("{name:22} {loss:6.4} {slope:26.4}");
    }
    // ANCHOR_END: program
    assert_relative_eq!(load_balancing(&cases[0].1)?, 1.0, max_relative = 1e-12);
    // By hand for the last: 2 (¾ P₁ + ¼ P₂).
    let [unsure, sure] = [0.1_f64, 9.0].map(|it| 1.0 / (1.0 + (-it).exp()));
    let first = (3.0 * unsure + 1.0 - sure) / 4.0;
    let by_hand = 2.0 * (0.75 * first + 0.25 * (1.0 - first));
    assert_relative_eq!(load_balancing(&cases[3].1)?, by_hand, max_relative = 1e-12);
    let at = |z: f64| load_balancing(&array![[z, 0.0], [z, 0.0], [z, 0.0], [0.0, z]]);
    let x = Axis::linear("logit of the best expert", 0.01..=5.0);
    let panel = Panel::new(x, Axis::linear("loss", 0.9..=1.4));
    let panel = panel.function("three of four tokens to one expert", |z| {
        at(z).unwrap_or(f64::NAN)
    });
    let text = "The loss rises as the router becomes sure.";
    let title = "Load balancing";
    let figure = Figure::new("vision_and_language_extras_experts", title, text);
    Ok(figure.panel(panel).save()?)
}
