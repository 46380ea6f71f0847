//! A small C buys a wide margin with slack, a large one a narrow margin with little of it.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let title = "Margins for a small and a large C";
    let text = "Two clouds that overlap. With the small C the edges of the margin are far apart.";
    let mut figure = Figure::new("hinge_cost", title, text);
    // Two overlapping clouds of twenty points, around (1, 1) and (−1, −1).
    let y = Array1::from_shape_fn(40, |i| if i < 20 { 1.0 } else { -1.0 });
    let x = Array2::from_shape_fn((40, 2), |(i, j)| {
        y[i] + 3.4 * (i as f64 * [0.7549, 0.5698][j]).fract() - 1.7
    });
    // ANCHOR: program
    println!("    C   width 2/‖w‖   total slack   support vectors of 40");
    let mut before = (f64::MAX, f64::MAX);
    for cost in [0.01, 0.1, 1.0, 10.0] {
        let (mut w, mut alphas) = (Array1::<f64>::zeros(2), Array1::<f64>::zeros(40));
        for round in 0..500 * 40 {
            let (i, old) = (round % 40, alphas[round % 40]);
            let short = 1.0 - y[i] * x.row(i).dot(&w);
            alphas[i] = (old + short / x.row(i).dot(&x.row(i))).clamp(0.0, cost);
            w.scaled_add((alphas[i] - old) * y[i], &x.row(i));
        }
        let slack = sum(&hinge(&x.dot(&w), &y)?);
        // Primal and dual meet: no other weights are better.
        let gap = w.dot(&w) + cost * slack - alphas.sum();
        assert_abs_diff_eq!(gap, 0.0, epsilon = 1e-6);
        let width = 2.0 / w[0].hypot(w[1]);
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
    let level = |score: f64| move |at: f64| (score - w[0] * at) / w[1];
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
