//! A small C buys a wide margin with slack, a large one a narrow margin with little of it.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let title = "Margins for a small and a large C";
    let description = "Two clouds that overlap. With the small C the edges of the margin are far \
         apart and most points lie between them; with the large C they are close.";
    let mut figure = Figure::new("hinge_cost", title, description);
    // ANCHOR: program
    let (x, y) = clouds();
    println!("    C   width 2/‖w‖   total slack   support vectors of 40");
    let mut before = (f64::MAX, f64::MAX);
    for cost in [0.01, 0.1, 1.0, 10.0] {
        let (w, alphas) = svm(&x, &y, cost);
        let slack = sum(&hinge(&x.dot(&w), &y)?);
        // Primal and dual meet: no other weights are better.
        let gap = w.dot(&w) + cost * slack - alphas.sum();
        assert_abs_diff_eq!(gap, 0.0, epsilon = 1e-6);

        let width = 2.0 / w[0].hypot(w[1]); // the third weight is the intercept
        let vectors = alphas.iter().filter(|&&alpha| alpha > 0.0).count();
        println!("{cost:5} {width:13.4} {slack:13.4} {vectors:23}");
        assert!(width < before.0 && slack < before.1);
        before = (width, slack);
        if cost == 0.01 || cost == 10.0 {
            figure = figure.panel(panel(cost, &x, &w));
        }
    }
    // ANCHOR_END: program
    Ok(figure.save()?)
}

fn panel(cost: f64, x: &Array2<f64>, w: &Array1<f64>) -> Panel {
    let level = |score: f64| move |at: f64| (score - w[2] - w[0] * at) / w[1];
    let points = Vec::from_iter(x.rows().into_iter().map(|x| (x[0], x[1])));
    Panel::new(
        Axis::linear("x₁", -4.0..=4.0),
        Axis::linear("x₂", -3.0..=3.0),
    )
    .heading(format!("C = {cost}"))
    .equal_scales()
    .points("label 1", points[..20].iter().copied())
    .points("label −1", points[20..].iter().copied())
    .function("boundary", level(0.0))
    .function("edges", level(1.0))
    .function("edges", level(-1.0))
}

/// Two overlapping clouds of twenty points on spirals; the third feature is constant.
fn clouds() -> (Array2<f64>, Array1<f64>) {
    let y = Array1::from_shape_fn(40, |i| if i < 20 { 1.0 } else { -1.0 });
    let x = Array2::from_shape_fn((40, 3), |(i, j)| {
        let (angle, radius) = (2.4 * i as f64, 0.4 * ((i % 20) as f64).sqrt());
        [
            y[i] + radius * angle.cos(),
            y[i] + radius * angle.sin(),
            1.0,
        ][j]
    });
    (x, y)
}

/// Dual coordinate ascent: each multiplier in turn to its best value from 0 to C.
fn svm(x: &Array2<f64>, y: &Array1<f64>, cost: f64) -> (Array1<f64>, Array1<f64>) {
    let (mut w, mut alphas) = (Array1::zeros(x.ncols()), Array1::zeros(x.nrows()));
    for _ in 0..5000 {
        for ((x, y), alpha) in x.rows().into_iter().zip(y).zip(&mut alphas) {
            let best = f64::clamp(*alpha + (1.0 - y * x.dot(&w)) / x.dot(&x), 0.0, cost);
            w.scaled_add((best - *alpha) * y, &x);
            *alpha = best;
        }
    }
    (w, alphas)
}
