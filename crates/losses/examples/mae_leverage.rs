//! The line of least absolute deviations ignores an outlier, unless its x is far from the others.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let title = "One outlier, at an ordinary x and at a distant one";
    let description = "Between the points it lowers one line only, far to the right it turns both.";
    let mut figure = Figure::new("mae_leverage", title, description);
    // ANCHOR: program
    let x = array![1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 30.0];
    let clean = array![1.6, 1.9, 2.7, 2.9, 3.5, 4.2, 4.4, 16.2];
    println!("target lowered       least   least absolute   reweighted    points");
    println!("by 12              squares       deviations      squares   touched");
    for (name, moved) in [("none", 0.0), ("at x = 4", 4.0), ("at x = 30", 30.0)] {
        let y = &clean - x.mapv(|x| if x == moved { 12.0 } else { 0.0 });
        let residuals = |line: [f64; 2]| line[0] + line[1] * &x - &y;
        let loss = |line| residuals(line).abs().sum();
        // Brute force over the lines through two of the points.
        let pairs = (0..8).flat_map(|i| (0..i).map(move |j| (i, j)));
        let slope = |i: usize, j: usize| (y[i] - y[j]) / (x[i] - x[j]);
        let lines = pairs.map(|(i, j)| [y[i] - slope(i, j) * x[i], slope(i, j)]);
        let best = lines.min_by(|&a, &b| loss(a).total_cmp(&loss(b))).unwrap();
        // Iteratively reweighted least squares: with the weight 1/|r|, r² counts as |r|.
        let squares = weighted(&x, &y, &Array1::ones(8));
        let again = (0..2000).fold(squares, |line, _| {
            weighted(&x, &y, &residuals(line).mapv(|r| 1.0 / r.abs().max(1e-9)))
        });
        assert_relative_eq!(loss(again), loss(best), max_relative = 1e-6);
        let touched = residuals(best).iter().filter(|r| r.abs() < 1e-9).count();
        println!(
            "{name:<16} {:9.3} {:16.3} {:12.3} {touched:9}",
            squares[1], best[1], again[1]
        );
        // ANCHOR_END: program
        if moved == 0.0 {
            continue;
        }
        let panel = Panel::new(
            Axis::linear("x", 0.0..=32.0),
            Axis::linear("y", -10.0..=20.0),
        )
        .heading(format!("Target lowered {name}"))
        .points("targets", x.iter().copied().zip(y.clone()))
        .function("least squares", |x| squares[0] + squares[1] * x)
        .function("least absolute deviations", |x| best[0] + best[1] * x);
        figure = figure.panel(panel);
    }
    Ok(figure.save()?)
}

/// Intercept and slope of weighted least squares.
fn weighted(x: &Array1<f64>, y: &Array1<f64>, weights: &Array1<f64>) -> [f64; 2] {
    let [x_mean, y_mean] = [x, y].map(|it| it.dot(weights) / weights.sum());
    let slope = ((x - x_mean) * weights).dot(&(y - y_mean)) / ((x - x_mean).pow2()).dot(weights);
    [y_mean - slope * x_mean, slope]
}
