//! For supports that do not meet, Jensen–Shannon is constant and the Wasserstein distance is the shift.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Two points at 0 and 1, each with probability one half, against the same
/// points moved by a whole number of tenths.
fn compare(tenths: usize) -> Result<[f64; 4], LossError> {
    let shift = tenths as f64 / 10.0;
    let (first, second) = (array![0.0, 1.0], array![shift, 1.0 + shift]);
    // The same as probabilities of the places 0.0, 0.1, … 5.0.
    let on_grid = |start| {
        let mut probabilities = Array2::zeros((1, 51));
        probabilities[[0, start]] = 0.5;
        probabilities[[0, start + 10]] = 0.5;
        probabilities
    };
    let (p, q) = (on_grid(0), on_grid(tenths));
    Ok([
        wasserstein(&first, &second)?,
        0.0 - wasserstein_gradient(&first, &second)?.sum(),
        jensen_shannon(&p, &q)?[0],
        kl_divergence(&p, &q)?[0],
    ])
}
// ANCHOR_END: program

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("shift  Wasserstein  its slope  Jensen–Shannon   KL");
    for tenths in [0, 1, 5, 10, 15, 40] {
        let [distance, slope, js, kl] = compare(tenths)?;
        let shift = tenths as f64 / 10.0;
        println!("{shift:5.1} {distance:12.4} {slope:10.1} {js:15.6} {kl:4}");
        assert_relative_eq!(distance, shift, max_relative = 1e-12);
    }
    // At a shift of 1 one of the two points coincides.
    assert_relative_eq!(compare(10)?[2], 0.5 * 2.0_f64.ln(), max_relative = 1e-12);
    let values: Vec<[f64; 4]> = (0..=40).map(compare).collect::<Result<_, _>>()?;
    let line = |of: usize| {
        (0..)
            .map(|it| f64::from(it) / 10.0)
            .zip(values.iter().map(move |v| v[of]))
    };
    let panel = Panel::new(
        Axis::linear("shift", 0.0..=4.0),
        Axis::linear("distance, divergence in nats", 0.0..=4.0),
    )
    .line("Wasserstein", line(0))
    .points("Jensen–Shannon", line(2));
    let text =
        "The Wasserstein distance is a line; Jensen–Shannon is ln 2 but at shifts of 0 and 1.";
    let figure = Figure::new("wasserstein_disjoint", "Points that move apart", text);
    Ok(figure.panel(panel).save()?)
}
