//! The constants that minimize the absolute error are those with at most half the weight per side.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let quantiles = Array1::from_iter((1..1000).map(|i| -(1.0 - f64::from(i) / 1000.0).ln()));
    // ANCHOR: program
    let five = array![1.0, 2.0, 3.0, 4.0, 100.0];
    println!("targets                      mean   least absolute error   at");
    for (name, targets, weights) in [
        ("1, 2, 3, 4, 100", &five, Array1::ones(5)),
        ("the same, weights 1/y", &five, 1.0 / &five),
        ("1, 2, 3, 4", &array![1.0, 2.0, 3.0, 4.0], Array1::ones(4)),
        (
            "0, 5, 10: .1, .5, .4",
            &array![0.0, 5.0, 10.0],
            array![0.1, 0.5, 0.4],
        ),
        ("0, 10: .7, .3", &array![0.0, 10.0], array![0.7, 0.3]),
        ("exponential, 999 points", &quantiles, Array1::ones(999)),
    ] {
        let weights = &weights / weights.sum();
        let mean = targets.dot(&weights);
        // A search over a grid, which knows nothing of signs.
        let loss = |at: &f64| (targets - *at).abs().dot(&weights);
        let grid = Array1::linspace(0.0, 100.0, 10_001);
        let losses = grid.map(loss);
        let least = losses.fold(f64::INFINITY, |a, &b| a.min(b));
        let best = grid.iter().zip(&losses).filter(|it| *it.1 < least + 1e-6);
        let best = Vec::from_iter(best.map(|it| *it.0));
        let (from, to) = (best[0], best[best.len() - 1]);
        println!("{name:<24} {mean:8.2} {least:22.2}   {from:.2} to {to:.2}");
        // The balance of signs: at least half of the weight on each side, ties on both.
        let reach = |gap: f64| targets.mapv(|y| f64::from(gap * (y - from) <= 0.01));
        assert!(reach(1.0).dot(&weights) >= 0.5 && reach(-1.0).dot(&weights) >= 0.5);
    }
    // ANCHOR_END: program

    let mae = |targets: &'static [f64]| {
        move |at: f64| targets.iter().map(|y| (at - y).abs()).sum::<f64>() / targets.len() as f64
    };
    let [x, y] = [("constant", 0.0..=5.0), ("mean absolute error", 0.0..=3.0)]
        .map(|(label, range)| Axis::linear(label, range));
    let panel = Panel::new(x, y)
        .function("targets 1, 2, 3, 4", mae(&[1.0, 2.0, 3.0, 4.0]))
        .function("targets 1, 2, 3", mae(&[1.0, 2.0, 3.0]))
        .range("medians of 1, 2, 3, 4", 2.0..=3.0);
    let title = "Mean absolute error of a constant";
    let description = "For four targets flat between the middle two, for three lowest in a corner.";
    Figure::new("mae_median", title, description)
        .panel(panel)
        .save()?;
    Ok(())
}
