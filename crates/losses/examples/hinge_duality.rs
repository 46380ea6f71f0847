//! Coordinate ascent on the dual closes the gap to the primal, and its multipliers obey KKT.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Two overlapping clouds of twenty points, around (1, 1) and (−1, −1).
    let y = Array1::from_shape_fn(40, |i| if i < 20 { 1.0 } else { -1.0 });
    let x = Array2::from_shape_fn((40, 2), |(i, j)| {
        y[i] + 3.4 * (i as f64 * [0.7549, 0.5698][j]).fract() - 1.7
    });
    // ANCHOR: program
    let cost = 0.5;
    let (mut w, mut alphas) = (Array1::<f64>::zeros(2), Array1::<f64>::zeros(40));
    let mut history = Vec::new();
    println!("sweep    primal      dual       gap");
    for sweep in 1..=1000 {
        for ((x, y), alpha) in x.rows().into_iter().zip(&y).zip(&mut alphas) {
            let best = (*alpha + (1.0 - y * x.dot(&w)) / x.dot(&x)).clamp(0.0, cost);
            w.scaled_add((best - *alpha) * y, &x);
            *alpha = best;
        }
        let primal = 0.5 * w.dot(&w) + cost * sum(&hinge(&x.dot(&w), &y)?);
        let dual = alphas.sum() - 0.5 * w.dot(&w);
        let gap = primal - dual;
        assert!(gap > -1e-9);
        history.push((f64::from(sweep), primal, dual));
        if [1, 10, 100, 1000].contains(&sweep) {
            println!("{sweep:5} {primal:9.5} {dual:9.5} {:9.5}", gap.max(0.0));
        }
    }
    // For α = 0, between, and C: how many points, their least and greatest margin.
    let mut groups = [(0, f64::MAX, f64::MIN); 3];
    for (&alpha, margin) in alphas.iter().zip(&y * &x.dot(&w)) {
        let group = &mut groups[usize::from(alpha > 0.0) + usize::from(alpha == cost)];
        *group = (group.0 + 1, group.1.min(margin), group.2.max(margin));
    }
    for (name, (count, least, greatest)) in ["α = 0", "0 < α < C", "α = C"].iter().zip(groups) {
        println!("{name:10} {count:2} points, margins {least:7.4} to {greatest:.4}");
    }
    assert!(groups[0].1 >= 1.0 && groups[2].2 <= 1.0);
    assert_abs_diff_eq!(groups[1].1 + groups[1].2, 2.0, epsilon = 1e-9);
    // ANCHOR_END: program

    let (x, y) = (
        Axis::logarithmic("sweep", 1.0..=20.0),
        Axis::linear("objective", 5.0..=7.0),
    );
    let panel = Panel::new(x, y)
        .line("primal", history.iter().map(|it| (it.0, it.1)))
        .line("dual", history.iter().map(|it| (it.0, it.2)));
    let title = "Primal and dual objective over the sweeps of coordinate ascent";
    let description = "The dual objective rises and the primal one comes down, not at every sweep, until they meet.";
    let figure = Figure::new("hinge_duality", title, description);
    Ok(figure.panel(panel).save()?)
}
