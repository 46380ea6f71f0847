//! Expected log loss and expected squared error are least at the true probability, |q − y| is not.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
type Loss = fn(&ArrayRef1<f64>, &ArrayRef1<f64>) -> Result<Array1<f64>, LossError>;

/// Expected loss of each stated probability when label 1 comes with probability `p`.
fn expected(loss: Loss, stated: &Array1<f64>, p: f64) -> Result<Array1<f64>, LossError> {
    let (zeros, ones) = (Array1::zeros(stated.len()), Array1::ones(stated.len()));
    Ok(p * loss(stated, &ones)? + (1.0 - p) * loss(stated, &zeros)?)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let losses: [Loss; 3] = [binary_cross_entropy, squared_error, absolute_error];
    let stated = Array1::linspace(0.0, 1.0, 101);
    println!("truth   best to state: log loss   squared error   absolute error");
    for p in [0.01, 0.3, 0.7, 0.9] {
        let mut best = [0.0; 3];
        for (best, loss) in best.iter_mut().zip(losses) {
            let risk = expected(loss, &stated, p)?;
            let least = risk.iter().zip(&stated).min_by(|a, b| a.0.total_cmp(b.0));
            *best = least.map_or(f64::NAN, |(_, &stated)| stated);
        }
        println!("{p:5.2} {:25.2} {:15.2} {:16.2}", best[0], best[1], best[2]);
        assert_abs_diff_eq!(best[..], [p, p, p.round()][..], epsilon = 1e-9);
    }
    println!("cost of stating 0.001 where 0.01 is true:");
    for (name, loss) in ["log loss", "squared error"].iter().zip(losses) {
        let risk = expected(loss, &array![0.001, 0.01], 0.01)?;
        println!("{name:13} {:.6}", risk[0] - risk[1]);
    }
    // ANCHOR_END: program

    let two_labels = |zero: fn(f64) -> f64| move |q| 0.7 * zero(1.0 - q) + 0.3 * zero(q);
    let q_axis = Axis::linear("stated probability q, truth 0.7", 0.0..=1.0);
    Figure::new(
        "binary_cross_entropy_proper",
        "Expected loss over the stated probability, when the truth is 0.7",
        "Three curves. Log loss and squared error are bowls with their lowest points at 0.7. The \
         absolute error is a straight line that falls all the way to 1.",
    )
    .panel(
        Panel::new(q_axis, Axis::linear("expected loss", 0.0..=1.5))
            .function("log loss", two_labels(|q| -(1.0 - q).ln()))
            .function("squared error", two_labels(|q| q * q))
            .function("absolute error", two_labels(|q| q))
            .vertical_line("0.7", 0.7),
    )
    .save()?;
    Ok(())
}
