//! Right means a loss below ln 2 and wrong a loss above it, so an error rate e forces the mean above e ln 2.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Ten labels are 1: these are the logits at three times of training.
    let runs = [
        (
            "before",
            array![2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, -1.0],
        ),
        (
            "many small",
            array![0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, -1.0],
        ),
        (
            "one huge",
            array![2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, -4.4],
        ),
    ];
    println!("run          accuracy   mean loss   median   largest");
    for (name, logits) in &runs {
        let labels = Array1::ones(10);
        let losses = binary_cross_entropy_with_logits(logits, &labels)?;
        // softplus(−m) of the margin m is the same loss.
        assert_abs_diff_eq!(losses, softplus(&-logits), epsilon = 1e-12);
        for (loss, logit) in losses.iter().zip(logits) {
            assert_eq!(*loss < 2.0_f64.ln(), *logit > 0.0);
        }
        let right = losses.iter().filter(|&&loss| loss < 2.0_f64.ln()).count();
        let mut sorted = losses.to_vec();
        sorted.sort_by(f64::total_cmp);
        println!(
            "{name:12} {:8.1} {:11.4} {:8.4} {:9.4}",
            right as f64 / 10.0,
            mean(&losses)?,
            (sorted[4] + sorted[5]) / 2.0,
            sorted[9]
        );
    }
    println!("bound: 0.1 ln 2 = {:.4}", 0.1 * 2.0_f64.ln());
    // ANCHOR_END: program
    Ok(())
}
