//! A sigmoid before a loss that applies one: training starts at the wrong loss and cannot reach 0.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let labels = array![1.0, 0.0];
    println!("one example of each label    right      with two sigmoids");
    for (name, size) in [
        ("logits 0", 0.0_f64),
        ("logits 2 and -2", 2.0),
        ("logits 9 and -9", 9.0),
        ("logits 99 and -99", 99.0),
    ] {
        let logits = array![size, -size];
        let right = mean(&binary_cross_entropy_with_logits(&logits, &labels)?)?;
        let twice = mean(&binary_cross_entropy_with_logits(
            &sigmoid(&logits),
            &labels,
        )?)?;
        println!("{name:17} {right:16.4} {twice:22.4}");
        let p = 1.0 / (1.0 + (-size).exp());
        let by_hand = ((1.0 + (-p).exp()).ln() + (1.0 + (1.0 - p).exp()).ln()) / 2.0;
        assert_abs_diff_eq!(twice, by_hand, epsilon = 1e-12);
    }
    let p = sigmoid(&sigmoid(&array![-1000.0, 1000.0]));
    println!(
        "probabilities that two sigmoids can state: {:.4} to {:.4}",
        p[0], p[1]
    );
    // ANCHOR_END: program

    let loss = |z: f64| (1.0 + (-z).exp()).ln();
    let twice = |z: f64| loss(1.0 / (1.0 + (-z).exp()));
    Figure::new(
        "binary_cross_entropy_double_sigmoid",
        "Loss for label 1 with one sigmoid and with two",
        "Two curves over the logit from −8 to 8. With one sigmoid the loss falls from 8 to 0. With \
         two it is level at 0.69 on the left and level at 0.31 on the right.",
    )
    .panel(
        Panel::new(
            Axis::linear("logit z, label 1", -8.0..=8.0),
            Axis::linear("loss", 0.0..=2.0),
        )
        .function("one sigmoid", loss)
        .function("two sigmoids", twice),
    )
    .save()?;
    Ok(())
}
