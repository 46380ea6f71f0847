//! Right means a loss below ln 2, wrong a loss above it: the same accuracy allows many mean losses.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!("ten labels 1   accuracy   mean loss   median   largest");
    for (name, right, wrong) in [
        ("before", 2.0, -1.0),
        ("many small", 0.5, -1.0),
        ("one huge", 2.0, -4.4),
        ("hardly right", 1e-6, -1e-6),
    ] {
        let mut logits = Array1::from_elem(10, right);
        logits[9] = wrong;
        let losses = binary_cross_entropy_with_logits(&logits, &Array1::ones(10))?;
        assert!(
            losses
                .iter()
                .zip(&logits)
                .all(|(&loss, &z)| (loss < 2.0_f64.ln()) == (z > 0.0))
        );

        let accuracy = logits.iter().filter(|&&z| z > 0.0).count() as f64 / 10.0;
        let (mean_loss, median, largest) = (mean(&losses)?, losses[0], losses[9]);
        println!("{name:14} {accuracy:8} {mean_loss:11.4} {median:8.4} {largest:9.4}");
        assert!(mean_loss > (1.0 - accuracy) * 2.0_f64.ln());
    }
    println!(
        "error rate 0.1 forces a mean above 0.1 ln 2 = {:.4}",
        0.1 * 2.0_f64.ln()
    );
    // ANCHOR_END: program

    let nats = |margin: f64| (1.0 + (-margin).exp()).ln();
    let margin_axis = Axis::linear("margin: z for label 1, −z for label 0", -4.0..=4.0);
    Figure::new(
        "binary_cross_entropy_accuracy",
        "Log loss and 0–1 loss over the margin",
        "Curves over the margin from −4 to 4. The 0–1 loss drops from 1 to 0 at the margin 0. The \
         log loss in bits falls through 1 there and lies above it everywhere. In nats it falls \
         through 0.69, below the step.",
    )
    .panel(
        Panel::new(margin_axis, Axis::linear("loss", 0.0..=4.0))
            .function("log loss in bits", |m| nats(m) / 2.0_f64.ln())
            .function("log loss in nats", nats)
            .line("0–1 loss", [(-4.0, 1.0), (0.0, 1.0)])
            .line("0–1 loss", [(0.0, 0.0), (4.0, 0.0)])
            .annotate("ln 2", (0.0, 2.0_f64.ln())),
    )
    .save()?;
    Ok(())
}
