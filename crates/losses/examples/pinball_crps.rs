//! Twice the pinball loss, averaged over all levels, is the CRPS.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The forecast is a logistic distribution around 0; its quantiles are logits.
    let n = 10_000;
    let levels = Array1::from_shape_fn(n, |i| (i as f64 + 0.5) / n as f64);
    let quantiles = levels.mapv(|q| (q / (1.0 - q)).ln());
    println!("                     CRPS of a logistic forecast, scale 1");
    println!("outcome   by pinball   by squares   by samples   closed form");
    for outcome in [0.0, 1.0, 2.0, 5.0] {
        let each = quantiles.iter().zip(&levels);
        let each = each.map(|(&it, &q)| Ok(pinball(&array![it], &array![outcome], q)?[0]));
        let by_pinball = 2.0 / n as f64 * each.sum::<Result<f64, LossError>>()?;
        let by_squares = squares_of_the_distribution(outcome);
        let by_samples = of_an_ensemble(&quantiles, outcome);
        let closed = outcome - 2.0 * sigmoid(&array![outcome])[0].ln() - 1.0;
        println!("{outcome:7} {by_pinball:12.3} {by_squares:12.3} {by_samples:12.3} {closed:13.3}");
        let ways = array![by_pinball, by_squares, by_samples];
        assert_abs_diff_eq!(ways, Array1::from_elem(3, closed), epsilon = 1e-4);
    }
    let point = of_an_ensemble(&array![1.5], 4.0);
    println!("the point 1.5 for 4: {point:.3}");
    // ANCHOR_END: program
    let axis = Axis::linear("level", 0.0..=1.0);
    let twice = |q: f64, y: f64| {
        let loss = pinball(&array![(q / (1.0 - q)).ln()], &array![y], q);
        loss.map_or(f64::NAN, |it| 2.0 * it[0])
    };
    let panel = Panel::new(axis, Axis::linear("twice the pinball loss", 0.0..=6.0))
        .function("outcome 0", |q| twice(q, 0.0))
        .function("outcome 2", |q| twice(q, 2.0))
        .function("outcome 5", |q| twice(q, 5.0));
    let text = "Three curves over the level; the farther the outcome, the larger the area below.";
    let figure = Figure::new("pinball_crps", "Pinball loss of each quantile", text);
    Ok(figure.panel(panel).save()?)
}

// ANCHOR: ways
/// The integral of (F(x) − 1 from the outcome on)², by the middles of 6,000 steps.
fn squares_of_the_distribution(outcome: f64) -> f64 {
    let x = Array1::linspace(-29.995, 29.995, 6000);
    let misses = sigmoid(&x) - x.mapv(|it| f64::from(it >= outcome));
    0.01 * misses.dot(&misses)
}

/// E|X − y| − ½ E|X − X′| of equally likely, sorted members.
fn of_an_ensemble(members: &Array1<f64>, outcome: f64) -> f64 {
    let n = members.len() as f64;
    let ranked = members.iter().zip(0..);
    let spread = ranked.map(|(it, i)| it * (2.0 * f64::from(i) + 1.0 - n));
    members.mapv(|it| (it - outcome).abs()).sum() / n - spread.sum::<f64>() / (n * n)
}
// ANCHOR_END: ways
