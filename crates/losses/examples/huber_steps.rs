//! A threshold in the wrong unit makes Huber slow, or squared error.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Prices in thousands; one was entered with a zero too many.
    let prices = array![180.0, 195.0, 200.0, 210.0, 230.0, 250.0, 2000.0];

    println!("unit        threshold   factor   steps   fitted, thousands");
    let runs = [
        ("thousands", 1.0, 30.0, 1.0),
        ("thousands", 1.0, 0.1, 1.0),
        ("thousands", 1.0, 0.1, 10.0),
        ("thousands", 1.0, 5000.0, 1.0),
        ("dollars", 1000.0, 30.0, 1.0),
        ("millions", 0.001, 30.0, 1.0),
        ("millions", 0.001, 0.03, 1.0),
    ];
    let mut paths = Vec::new();
    for (unit, scale, delta, factor) in runs {
        let path = descend(&(scale * &prices), delta, factor)?;
        let fitted = path[path.len() - 1] / scale;
        let is_close = |value: &&f64| (*value / scale - fitted).abs() > 1.0;
        let steps = path.iter().take_while(is_close).count();
        println!("{unit:10} {delta:10} {factor:8} {steps:7} {fitted:19.2}");
        // Every path has arrived: there the clipped residuals balance.
        let balance = prices.mapv(|price| (scale * (fitted - price)).clamp(-delta, delta));
        assert_abs_diff_eq!(balance.sum() / delta, 0.0, epsilon = 1e-6);
        paths.push((delta, path));
    }
    println!("median 210, mean {:.2}", prices.sum() / 7.0);
    // ANCHOR_END: program
    let x = Axis::logarithmic("step", 1.0..=10_000.0);
    let mut panel = Panel::new(x, Axis::linear("fitted price, thousands", 0.0..=500.0))
        .horizontal_line("median", 210.0)
        .horizontal_line("mean", prices.sum() / 7.0);
    for (delta, path) in [0, 1, 3].map(|it| &paths[it]) {
        let points = (1..=10_000).map(f64::from).zip(path.iter().copied());
        panel = panel.line(format!("threshold {delta}"), points);
    }
    let text = "One path stops near the median early, one arrives late, one goes to the mean.";
    let figure = Figure::new("huber_steps", "Three thresholds on the way", text);
    Ok(figure.panel(panel).save()?)
}

/// The way of a constant from 0, with the rate 0.5.
fn descend(targets: &Array1<f64>, delta: f64, factor: f64) -> Result<Vec<f64>, LossError> {
    let mut path = vec![0.0];
    for step in 0..20_000 {
        let constant = Array1::from_elem(targets.len(), path[step]);
        let gradient = mean(&huber_gradient(&constant, targets, delta)?)?;
        path.push(path[step] - 0.5 * factor * gradient);
    }
    Ok(path)
}
