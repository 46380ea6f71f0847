//! A leaf of −G / (H + λ) minimizes the parabola; absolute error has no parabola.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!("leaf value from −G / (H + λ), all predictions 0, λ = 1");
    println!("                          targets  squared    absolute error        its");
    println!("                                    error    H = 0     H = n     median");
    for (name, targets) in [
        ("1, 2, 3, 4, 100", array![1.0, 2.0, 3.0, 4.0, 100.0]),
        ("the same, times 1,000", array![1e3, 2e3, 3e3, 4e3, 1e5]),
        (
            "the first, twice",
            array![1.0, 2.0, 3.0, 4.0, 100.0, 1.0, 2.0, 3.0, 4.0, 100.0],
        ),
    ] {
        let n = targets.len() as f64;
        let zero = Array1::zeros(targets.len());
        // Half the squared error, so that the curvature is 1.
        let squared = -0.5 * squared_error_gradient(&zero, &targets)?.sum() / (n + 1.0);
        let pull = -absolute_error_gradient(&zero, &targets)?.sum();
        let (without, with) = (pull / (0.0 + 1.0), pull / (n + 1.0));
        let median = if targets[0] > 1.0 { 3000.0 } else { 3.0 };
        println!("{name:>33} {squared:8.2} {without:7.2} {with:9.2} {median:11}");

        // The median has the least absolute error of the four.
        let cost = |it: f64| absolute_error(&(&zero + it), &targets).map(|it| it.sum());
        for other in [squared, without, with] {
            assert!(cost(median)? <= cost(other)?);
        }
    }
    // ANCHOR_END: program
    let targets = array![1.0, 2.0, 3.0, 4.0, 100.0];
    let total = |it: f64| {
        absolute_error(&Array1::from_elem(5, it), &targets).map_or(f64::NAN, |it| it.sum())
    };
    let axis = Axis::linear("leaf value", 0.0..=8.0);
    let panel = Panel::new(
        axis,
        Axis::linear("absolute error of the leaf", 98.0..=112.0),
    )
    .function("", total)
    .vertical_line("H = 0", 5.0)
    .vertical_line("H = n", 5.0 / 6.0)
    .vertical_line("median", 3.0);
    let text = "A broken line with its lowest point at the median; the other two values miss it.";
    let figure = Figure::new("trees_and_boosting_leaf", "Three values for one leaf", text);
    Ok(figure.panel(panel).save()?)
}
