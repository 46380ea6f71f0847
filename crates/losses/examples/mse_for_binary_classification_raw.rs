//! Squared error on the raw output moves the boundary toward points that are right by too much; cross-entropy does not.

extern crate figures;
extern crate losses;

use figures::{Axis as Scale, Figure, Panel};
use losses::prelude::*;

const NEAR: &str = "-3 -2.5 -2 -1.5 -1 0.5 -0.4 1 1.5 2 2.5 3";
const FAR: &str = "-3 -2.5 -2 -1.5 -1 0.5 -0.4 1 1.5 2 2.5 3 10 11 12 13";
const TEXT: &str = "Two panels with labels at 0 and 1. The line crosses one half near 0 above, and \
                    near 1 below, where four points lie far out. The other curve stays.";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut figure = Figure::new("mse_for_binary_classification_raw", "Two fits", TEXT);
    // ANCHOR: program
    println!("                     squared error, raw            cross-entropy");
    println!("points               boundary   output at the ends   boundary");
    for (name, points) in [("12 near", NEAR), ("and 4 far, right", FAR)] {
        let points: Result<Vec<f64>, _> = points.split(' ').map(str::parse).collect();
        let x = Array1::from(points?);
        let y = Array1::from_shape_fn(x.len(), |i| f64::from(i > 5));
        // The line of least squares, and a logit by gradient descent.
        let center = &x - mean(&x)?;
        let b = center.dot(&y) / center.dot(&center);
        let a = mean(&y)? - b * mean(&x)?;
        let [mut c, mut d] = [0.0, 0.0];
        for _ in 0..20_000 {
            let slopes = binary_cross_entropy_with_logits_gradient(&(&x * d + c), &y)?;
            (c, d) = (c - 0.05 * mean(&slopes)?, d - 0.05 * mean(&(slopes * &x))?);
        }
        let ends = [x[0], x[x.len() - 1]].map(|x| a + b * x);
        let edges = [(0.5 - a) / b, -c / d];
        println!(
            "{name:<18} {:10.3}   {ends:6.2?} {:16.3}",
            edges[0], edges[1]
        );
        let of_line = squared_error_gradient(&(&x * b + a), &y)?;
        assert_abs_diff_eq!(of_line.dot(&x), 0.0, epsilon = 1e-9);
        assert_abs_diff_eq!(sigmoid(&(&x * d + c)).sum(), y.sum(), epsilon = 1e-6);
        // ANCHOR_END: program
        let up = Scale::linear("prediction", -0.5..=1.8);
        let panel = Panel::new(Scale::linear("feature", -4.0..=14.0), up)
            .points("labels", x.into_iter().zip(y))
            .function("squared error, raw", |x| a + b * x)
            .function("cross-entropy", |x| 1.0 / (1.0 + (-c - d * x).exp()));
        figure = figure.panel(panel.horizontal_line("", 0.5));
    }
    Ok(figure.save()?)
}
