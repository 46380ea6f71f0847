//! In a linear model without negatives, a predictor with a stopped gradient keeps the encoder alive; without either it decays to zero.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

const NOISE: f64 = 0.25;

// ANCHOR: program
/// The encoder w after each step. Two views of an item are x + noise, with a
/// variance of 1 + NOISE and a covariance of 1; the loss is half of the mean of
/// (a w view − w other view)², written out below.
fn encoder(has_predictor: bool, stops_gradient: bool) -> Vec<f64> {
    let (mut w, mut a, rate) = (1.0, 1.0, 0.1);
    let mut path = vec![w];
    for _ in 0..100 {
        let online = a * w * (a * (1.0 + NOISE) - 1.0);
        let target = w * (1.0 + NOISE) - a * w;
        let slope_a = w * w * (a * (1.0 + NOISE) - 1.0);
        w -= rate * (online + if stops_gradient { 0.0 } else { target });
        if has_predictor {
            // The predictor learns ten times as fast as the encoder.
            a -= 10.0 * rate * slope_a;
        }
        path.push(w);
    }
    path
}
// ANCHOR_END: program

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let names = ["both", "no stopped gradient", "no predictor", "neither"];
    let paths = [(true, true), (true, false), (false, true), (false, false)]
        .map(|(predictor, stopped)| encoder(predictor, stopped));
    println!("encoder weight after      0 steps  10 steps  100 steps");
    for (name, path) in names.iter().zip(&paths) {
        let [start, early, end] = [path[0], path[10], path[100]];
        println!("{name:23} {start:8.4} {early:9.4} {end:10.4}");
    }
    // With a = 1 each step multiplies by 1 − rate · NOISE, or twice that.
    let decay = [0.1, 0.2].map(|it: f64| (1.0 - it * NOISE).powi(100));
    assert_relative_eq!(paths[2][100], decay[0], max_relative = 1e-12);
    assert_relative_eq!(paths[3][100], decay[1], max_relative = 1e-12);
    // At the best predictor, a = 1 / (1 + NOISE), the force on w is 0.
    assert_relative_eq!(paths[0][50], paths[0][100], max_relative = 1e-9);
    assert!(paths[0][100] > 0.9 && paths[1][100] < 0.1);

    let text = "With both the weight settles near one, otherwise it falls to zero.";
    let (x, y) = (Axis::linear("step", 0.0..=100.0), 0.0..=1.0);
    let mut panel = Panel::new(x, Axis::linear("weight of the encoder", y));
    for (name, path) in names.into_iter().zip(paths) {
        panel = panel.line(name, (0..).map(f64::from).zip(path));
    }
    let title = "Collapse without negatives";
    let figure = Figure::new("info_nce_without_negatives", title, text);
    Ok(figure.panel(panel).save()?)
}
