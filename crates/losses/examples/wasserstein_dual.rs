//! The best critic with slope at most 1 finds the distance; a linear critic sees means only, and a penalty lets the slope exceed 1.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

const DATA: [f64; 4] = [-2.0, -1.0, 1.0, 2.0];
const MODEL: [f64; 4] = [-0.5, -0.5, 0.5, 0.5];

// ANCHOR: program
/// The best critic between the points: its slope is 1 where the data have less
/// mass to the left than the model, and −1 where they have more.
fn critic(at: f64) -> f64 {
    let below = |sample: &[f64], t: f64| sample.iter().filter(|it| **it <= t).count();
    let steps = (0..400).map(|it| -2.0 + f64::from(it) / 100.0);
    steps
        .take_while(|t| *t < at - 1e-9)
        .map(|t| {
            let slope = below(&MODEL, t) as f64 - below(&DATA, t) as f64;
            if slope == 0.0 {
                0.0
            } else {
                slope.signum() / 100.0
            }
        })
        .sum()
}

fn gap(f: impl Fn(f64) -> f64) -> f64 {
    let average = |sample: [f64; 4]| sample.map(&f).iter().sum::<f64>() / 4.0;
    average(DATA) - average(MODEL)
}
// ANCHOR_END: program

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let distance = wasserstein(&Array1::from(DATA.to_vec()), &Array1::from(MODEL.to_vec()))?;
    println!("Wasserstein distance {distance:18.4}");
    println!("best critic of slope 1 {:16.4}", gap(critic));
    println!("linear critic, slope 1 {:16.4}", gap(|it| it));
    println!("critic |x|, slope 1 {:19.4}", gap(f64::abs));
    assert_relative_eq!(gap(critic), distance, max_relative = 1e-9);
    // Two points at distance d: a d − λ (a − 1)² is largest at a = 1 + d / (2 λ).
    println!("distance  slope with a penalty of 10  the critic says");
    for distance in [0.5_f64, 2.0, 8.0] {
        let slope = (0..2000).fold(0.0, |a, _| a + 0.01 * (distance - 20.0 * (a - 1.0)));
        println!("{distance:8.1} {slope:27.4} {:16.4}", slope * distance);
        assert_relative_eq!(slope, 1.0 + distance / 20.0, max_relative = 1e-9);
    }
    let y = Axis::linear("critic", -2.0..=1.0);
    let panel = Panel::new(Axis::linear("x", -2.5..=2.5), y)
        .function("critic", critic)
        .points("data", DATA.map(|it| (it, critic(it))))
        .points("model", MODEL.map(|it| (it, critic(it))));
    let text = "The critic is high at the data outside and low at the model in the middle.";
    let figure = Figure::new("wasserstein_dual", "The best critic", text);
    Ok(figure.panel(panel).save()?)
}
