//! Huber bounds the pull of a wild target, not that of a wild feature.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!("ninth point      least squares        Huber   weight of the point");
    let mut fits = Vec::new();
    for (x, y) in [(8., 5.), (5., 20.), (5., 2000.), (20., 1.), (100., 1.)] {
        let features = array![0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, x];
        let targets = array![1.2, 1.4, 2.1, 2.3, 3.2, 3.4, 4.1, 4.4, y];
        let squares = weighted_line(&features, &targets, &Array1::ones(9));
        let (mut line, mut weights) = (squares, Array1::ones(9));
        for _ in 0..20_000 {
            let residuals = line.0 + line.1 * &features - &targets;
            weights = residuals.mapv(|r| (0.3 / r.abs()).min(1.0));
            line = weighted_line(&features, &targets, &weights);
        }
        let (slope, weight) = (line.1, weights[8]);
        print!("({x:3}, {y:4}) {:18.4}", squares.1);
        println!("{slope:13.4} {weight:21.4}");

        let gradient = huber_gradient(&(line.0 + slope * &features), &targets, 0.3)?;
        assert_abs_diff_eq!(gradient.sum(), 0.0, epsilon = 1e-9);
        assert_abs_diff_eq!(gradient.dot(&features), 0.0, epsilon = 1e-7);
        fits.push((squares, line));
    }
    // ANCHOR_END: program
    let clean = [1.2, 1.4, 2.1, 2.3, 3.2, 3.4, 4.1, 4.4];
    let panel = |name, ninth, index: usize| {
        let ((a, b), (c, d)) = fits[index];
        Panel::new(Axis::linear("x", 0.0..=21.0), Axis::linear("y", 0.0..=21.0))
            .heading(name)
            .points("eight points", (0..8).map(f64::from).zip(clean))
            .points("the ninth", [ninth])
            .function("least squares", move |x| a + b * x)
            .function("Huber", move |x| c + d * x)
    };
    let text = "Huber ignores the wild target; the wild feature turns both lines.";
    let figure = Figure::new("huber_leverage", "A wild target and a wild feature", text)
        .panel(panel("a wild target", (5.0, 20.0), 1));
    Ok(figure
        .panel(panel("a wild feature", (20.0, 1.0), 3))
        .save()?)
}

/// Intercept and slope.
fn weighted_line(x: &Array1<f64>, y: &Array1<f64>, weights: &Array1<f64>) -> (f64, f64) {
    let [x_mean, y_mean] = [x, y].map(|it| weights.dot(it) / weights.sum());
    let pull = weights * (x - x_mean);
    let slope = pull.dot(&(y - y_mean)) / pull.dot(&(x - x_mean));
    (y_mean - slope * x_mean, slope)
}
