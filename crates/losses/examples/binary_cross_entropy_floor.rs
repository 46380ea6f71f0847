//! What loss to expect at the start, and below which no model can go.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!("share of 1   loss at z = 0   best constant z   its loss   its accuracy");
    for share in [0.5, 0.1, 0.01, 0.005] {
        let logit = f64::ln(share / (1.0 - share));
        let (logits, soft_labels) = (array![0.0, logit], array![share, share]);
        let losses = binary_cross_entropy_with_logits(&logits, &soft_labels)?;
        let (start, best, accuracy) = (losses[0], losses[1], 1.0 - share);
        println!("{share:10} {start:15.6} {logit:17.6} {best:10.6} {accuracy:14.3}");
        assert_relative_eq!(losses[0], 2.0_f64.ln());
        let entropy = -share * share.ln() - (1.0 - share) * (1.0 - share).ln();
        assert_relative_eq!(losses[1], entropy, max_relative = 1e-12);
    }
    // Smoothing by 0.1 turns the label 1 into 0.95 …
    let smooth = array![0.95];
    let mut logit = array![0.0];
    for _ in 0..10_000 {
        logit -= &binary_cross_entropy_with_logits_gradient(&logit, &smooth)?;
    }
    let loss = binary_cross_entropy_with_logits(&logit, &smooth)?;
    println!(
        "label 0.95: trained logit {:.6}, loss {:.6}",
        logit[0], loss[0]
    );
    // … and the logit now has an end, ln 19.
    println!("by hand: ln 19 = {:.6}", 19.0_f64.ln());
    assert_relative_eq!(logit[0], 19.0_f64.ln(), max_relative = 1e-9);
    // ANCHOR_END: program

    let loss = |label: f64| move |z: f64| (1.0 + z.exp()).ln() - label * z;
    Figure::new(
        "binary_cross_entropy_floor",
        "Loss over the logit for a hard label and for soft ones",
        "Three curves. For label 1 the loss falls toward 0 without end. For 0.95 it is least at a \
         logit of 2.9, for 0.7 at 0.8, and it rises again to the right.",
    )
    .panel(
        Panel::new(
            Axis::linear("logit z", -2.0..=8.0),
            Axis::linear("loss", 0.0..=2.5),
        )
        .function("label 1", loss(1.0))
        .function("label 0.95", loss(0.95))
        .function("label 0.7", loss(0.7)),
    )
    .save()?;
    Ok(())
}
