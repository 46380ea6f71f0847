//! The loss of DPO is binary cross-entropy on a margin: ln 2 at the start, and blind to what both log-probabilities share.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let beta = 0.1;
    // Changes of ln π against the reference, for the chosen and the rejected answer.
    let dpo = |chosen: f64, rejected: f64| -> Result<(f64, f64), LossError> {
        let (margin, preferred) = (array![beta * (chosen - rejected)], array![1.0]);
        let loss = binary_cross_entropy_with_logits(&margin, &preferred)?;
        let gradient = binary_cross_entropy_with_logits_gradient(&margin, &preferred)?;
        Ok((loss[0], beta * gradient[0]))
    };
    println!("case        chosen  rejected  loss    gradient in chosen, rejected");
    for (case, chosen, rejected) in [
        ("start", 0.0, 0.0),
        ("both apart", 5.0, -10.0),
        ("both fall", -5.0, -20.0),
        ("reversed", -20.0, 10.0),
    ] {
        let (loss, slope) = dpo(chosen, rejected)?;
        println!(
            "{case:<11} {chosen:>6} {rejected:>9}  {loss:.4}  {slope:.4}, {:.4}",
            -slope
        );

        // Bradley and Terry: the reward is β times the change, the odds are e to it.
        let [won, lost] = [chosen, rejected].map(|change| (beta * change).exp());
        assert_relative_eq!(loss, -(won / (won + lost)).ln(), max_relative = 1e-12);
        assert_relative_eq!(slope, -beta * lost / (won + lost), max_relative = 1e-12);
    }
    // ANCHOR_END: program
    assert_relative_eq!(dpo(0.0, 0.0)?.0, 2_f64.ln());

    Figure::new(
        "what_loss_do_llms_use_dpo",
        "DPO loss over the changes of both log-probabilities, β = 0.1",
        "A heat map whose levels are parallel diagonals: the loss falls to the lower right. The \
         points “both apart” (5, −10) and “both fall” (−5, −20) lie on one diagonal.",
    )
    .panel(
        Panel::new(
            Axis::linear("change of ln π, chosen", -25.0..=25.0),
            Axis::linear("change of ln π, rejected", -25.0..=25.0),
        )
        .heat_map("loss in nats", |chosen, rejected| {
            dpo(chosen, rejected).map_or(f64::NAN, |(loss, _)| loss)
        })
        .annotate("start", (0.0, 0.0))
        .annotate("both apart", (5.0, -10.0))
        .annotate("both fall", (-5.0, -20.0)),
    )
    .save()?;
    Ok(())
}
