//! Each discriminator gives a lower bound of the divergence, and the best one gives 2 JS − ln 4.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let (data, model) = (array![[0.5, 0.3, 0.2, 0.0]], array![[0.1, 0.3, 0.3, 0.3]]);
    let js = jensen_shannon(&data, &model)?[0];
    // One logit for each outcome, trained by binary cross-entropy.
    let (mut logits, mut path) = (Array1::<f64>::zeros(4), vec![]);
    for _ in 0..=2000 {
        let [real, fake] = [1.0, 0.0].map(|label| Array1::from_elem(4, label));
        let on_data = binary_cross_entropy_with_logits(&logits, &real)?;
        let on_model = binary_cross_entropy_with_logits(&logits, &fake)?;
        path.push(-data.row(0).dot(&on_data) - model.row(0).dot(&on_model));
        let pull = binary_cross_entropy_with_logits_gradient(&logits, &real)? * data.row(0);
        let push = binary_cross_entropy_with_logits_gradient(&logits, &fake)? * model.row(0);
        logits -= &((pull + push) * 2.0);
    }
    println!("step   value of the game   (value + ln 4) / 2");
    for step in [0, 1, 10, 100, 2000] {
        let (value, bound) = (path[step], 0.5 * (path[step] + 4.0_f64.ln()));
        println!("{step:4} {value:19.6} {bound:20.6}");
        assert!(bound <= js);
    }
    println!("Jensen–Shannon {js:30.6}");
    println!("discriminator {:.4}", sigmoid(&logits));
    println!("p / (p + q)   {:.4}", (&data / &(&data + &model)).row(0));
    // ANCHOR_END: program
    assert_relative_eq!(0.5 * (path[2000] + 4.0_f64.ln()), js, max_relative = 1e-2);
    let x = Axis::logarithmic("step", 1.0..=2000.0);
    let points: Vec<(f64, f64)> = (0..).map(f64::from).zip(path).skip(1).collect();
    let panel = Panel::new(x, Axis::linear("value of the game", -1.4..=-0.9))
        .line("", points)
        .horizontal_line("2 JS − ln 4", 2.0 * js - 4.0_f64.ln());
    let text = "The value rises to the bound and stays below it.";
    let figure = Figure::new(
        "jensen_shannon_discriminator",
        "The game and the divergence",
        text,
    );
    Ok(figure.panel(panel).save()?)
}
