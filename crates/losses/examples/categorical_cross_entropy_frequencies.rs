//! Minimizing cross-entropy finds the class frequencies, and stops at their entropy.

extern crate figures;
extern crate losses;

use figures::{Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let labels = array![0, 0, 0, 0, 0, 0, 0, 1, 1, 2];
    let frequencies = array![[0.7, 0.2, 0.1]];
    let entropy = -sum(&(&frequencies * &frequencies.ln()));

    let mut logits = Array2::zeros((1, 3));
    let mut curve = Vec::new();
    println!(" step   cross-entropy = entropy  + divergence   softmax");
    for step in 0..=100 {
        let batch = Array2::from_shape_fn((10, 3), |(_, class)| logits[[0, class]]);
        let loss = mean(&softmax_cross_entropy(&batch, &labels)?)?;
        let probabilities = softmax(&logits, 1.0)?;
        let gap = kl_divergence(&frequencies, &probabilities)?[0];
        assert_abs_diff_eq!(loss, entropy + gap, epsilon = 1e-12);

        if [0, 1, 10, 100].contains(&step) {
            let shown = probabilities.row(0);
            println!("{step:5} {loss:15.6} = {entropy:.6} + {gap:.6}     {shown:.4}");
        }
        curve.push((f64::from(step), loss));
        let gradients = softmax_cross_entropy_gradient(&batch, &labels)?;
        logits -= &gradients.mean_axis(Axis(0)).ok_or(LossError::EmptyInput)?;
    }
    assert_relative_eq!(softmax(&logits, 1.0)?, frequencies, max_relative = 1e-3);
    assert_relative_eq!(curve[0].1, 3.0_f64.ln());
    // ANCHOR_END: program

    Figure::new(
        "categorical_cross_entropy_frequencies",
        "Cross-entropy while three constant logits are fitted to ten labels",
        "A curve over twenty steps of gradient descent. It starts at the logarithm of 3, falls \
         quickly, and levels off at the entropy of the labels, well above zero.",
    )
    .panel(
        Panel::new(
            figures::Axis::linear("step of gradient descent", 0.0..=20.0),
            figures::Axis::linear("mean loss in nats", 0.0..=1.2),
        )
        .line("cross-entropy", curve.into_iter().take(21))
        .horizontal_line("ln 3: nothing learned yet", 3.0_f64.ln())
        .horizontal_line("entropy of the labels: nothing left to learn", entropy),
    )
    .save()?;
    Ok(())
}
