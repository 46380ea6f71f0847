//! Sorting two crossed quantiles lowers the pinball loss by the same amount whatever the outcome.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn total(low: f64, high: f64, outcome: f64) -> Result<f64, LossError> {
    let loss = |it: f64, q| pinball(&array![it], &array![outcome], q).map(|it| it[0]);
    Ok(loss(low, 0.1)? + loss(high, 0.9)?)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // The quantile 0.1 is predicted as 7, the quantile 0.9 as 4.
    println!("outcome   as predicted   sorted    gain");
    for outcome in [0.0, 4.0, 5.0, 7.0, 12.0] {
        let (crossed, sorted) = (total(7.0, 4.0, outcome)?, total(4.0, 7.0, outcome)?);
        let gain = crossed - sorted;
        println!("{outcome:7} {crossed:14.1} {sorted:8.1} {gain:7.1}");
        assert_abs_diff_eq!(gain, (0.9 - 0.1) * (7.0 - 4.0), epsilon = 1e-12);
    }
    // ANCHOR_END: program
    let at = |low, high| move |outcome: f64| total(low, high, outcome).unwrap_or(f64::NAN);
    let panel = Panel::new(
        Axis::linear("outcome", 0.0..=12.0),
        Axis::linear("pinball loss of both levels", 0.0..=10.0),
    )
    .function("crossed: 7 and 4", at(7.0, 4.0))
    .function("sorted: 4 and 7", at(4.0, 7.0));
    let text = "Two curves of the same shape; the one of the sorted pair lies lower everywhere.";
    let figure = Figure::new("pinball_crossing", "Crossed and sorted quantiles", text);
    Ok(figure.panel(panel).save()?)
}
