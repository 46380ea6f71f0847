//! On a long input CTC is first all blank, then blank with short spikes of the labels.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Free logits are trained on the labels A B; class 0 is the blank.
    let (labels, mut p) = (array![1, 2], Array2::zeros((0, 3)));
    println!("                   steps with p > 0.5 of");
    println!("steps   updates    blank    A    B       loss");
    for n_steps in [6, 12, 30] {
        // All three classes are alike at first.
        let mut logits = Array2::zeros((n_steps, 3));
        for update in 1..=1000 {
            logits -= &ctc_gradient(&logits, &labels, 0)?;
            if [10, 100, 1000].contains(&update) {
                p = softmax(&logits, 1.0)?;
                let won = |class| p.column(class).iter().filter(|&&p| p > 0.5).count();
                let ([blank, a, b], loss) = ([0, 1, 2].map(won), ctc(&logits, &labels, 0)?);
                println!("{n_steps:5} {update:9} {blank:8} {a:4} {b:4} {loss:10.4}");
                assert!(n_steps < 30 || update > 10 || blank == n_steps);
            }
        }
    }
    // ANCHOR_END: program
    let points = |class: usize| (0..).map(f64::from).zip(p.column(class).to_vec());
    let axis = Axis::linear("time step", 0.0..=29.0);
    let panel = Panel::new(axis, Axis::linear("probability", 0.0..=1.0))
        .line("blank", points(0))
        .line("A", points(1))
        .line("B", points(2));
    let text = "The blank is near 1 at most steps; A and then B have a spike of their own.";
    let title = "Probabilities of thirty steps after training";
    let figure = Figure::new("ctc_peaks", title, text);
    Ok(figure.panel(panel).save()?)
}
