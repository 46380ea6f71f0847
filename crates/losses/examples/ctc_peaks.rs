//! On a long input CTC is first all blank, then blank with short spikes of the labels.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Probabilities and loss after training free logits on the labels A B.
fn train(n_steps: usize, n_updates: usize) -> Result<(Array2<f64>, f64), LossError> {
    // The classes blank, A and B are all alike at first.
    let (mut logits, labels) = (Array2::zeros((n_steps, 3)), array![1, 2]);
    for _ in 0..n_updates {
        logits -= &(0.1 * ctc_gradient(&logits, &labels, 0)?);
    }
    Ok((softmax(&logits, 1.0)?, ctc(&logits, &labels, 0)?))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("                   steps with p > 0.5 of");
    println!("steps   updates    blank    A    B       loss");
    for n_steps in [6, 12, 30] {
        for n_updates in [100, 1000, 10_000] {
            let (p, loss) = train(n_steps, n_updates)?;
            let won = |class| p.column(class).iter().filter(|&&p| p > 0.5).count();
            let [blank, a, b] = [0, 1, 2].map(won);
            println!("{n_steps:5} {n_updates:9} {blank:8} {a:4} {b:4} {loss:10.4}");
        }
    }
    // ANCHOR_END: program
    let (early, _) = train(30, 100)?;
    assert!(early.column(0).iter().all(|&it| it > 0.5));
    let (late, _) = train(30, 10_000)?;
    let points = |class: usize| (0..).map(f64::from).zip(late.column(class).to_vec());
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
