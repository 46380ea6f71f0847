//! With a constant step, SGD on the absolute error bounces by the step; with shrinking ones it arrives.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::assert_relative_eq;

type Function = fn(f64) -> f64;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Targets 1 + 2x without noise, one example for each step.
    let train = |gradient: Function, rate: Function| -> Vec<f64> {
        let (mut intercept, mut slope) = (0.0, 0.0);
        let step = |t: f64| {
            let x = 2.0 * (t * 0.618_033_988_749_895_f64).fract() - 1.0;
            let push = rate(t) * gradient(intercept + slope * x - (1.0 + 2.0 * x));
            (intercept, slope) = (intercept - push, slope - push * x);
            f64::hypot(intercept - 1.0, slope - 2.0)
        };
        (1..=10_000).map(f64::from).map(step).collect()
    };
    let sign = |r: f64| f64::from(r > 0.0) - f64::from(r < 0.0);
    let runs = [
        ("absolute, rate 0.1", train(sign, |_| 0.1)),
        ("absolute, rate 0.01", train(sign, |_| 0.01)),
        ("absolute, rate 0.2/√t", train(sign, |t| 0.2 / t.sqrt())),
        ("squared, rate 0.1", train(|r| 2.0 * r, |_| 0.1)),
    ];
    println!("distance of the weights from (1, 2), largest of the steps");
    println!("                       901–1,000    9,901–10,000");
    for (name, distances) in &runs {
        let largest = |to: usize| distances[to - 100..to].iter().copied().fold(0.0, f64::max);
        println!("{name:<21} {:10.5} {:15.5}", largest(1000), largest(10_000));
    }
    let last = runs
        .each_ref()
        .map(|run| run.1[9_900..].iter().copied().fold(0.0, f64::max));
    assert_relative_eq!(last[0] / last[1], 10.0, max_relative = 0.1);
    assert!(last[2] < last[1] / 5.0 && last[3] < 1e-14);
    // ANCHOR_END: program

    let x = Axis::logarithmic("step", 1.0..=1e4);
    let y = Axis::logarithmic("distance from the true weights", 1e-4..=10.0);
    let panel = runs
        .iter()
        .fold(Panel::new(x, y), |panel, (name, distances)| {
            let steps = (0..=160).map(|i| 10f64.powf(f64::from(i) / 40.0).round());
            panel.line(*name, steps.map(|t| (t, distances[t as usize - 1])))
        });
    let title = "Distance from the true line during training";
    let description = "With a constant rate the absolute error levels off at a height set by the \
                       rate; with a falling rate it keeps falling; squared error plunges.";
    Figure::new("mae_training", title, description)
        .panel(panel)
        .save()?;
    Ok(())
}
