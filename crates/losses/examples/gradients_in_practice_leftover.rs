//! A gradient that is never zeroed makes descent a swing without friction: it does not settle.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Half the squared distance from 0, curvature 1.
    let step = 0.01;
    let run = |zeroed: bool| -> Vec<f64> {
        let (mut w, mut gradient) = (1.0, 0.0);
        let one = |_| {
            gradient = if zeroed { w } else { gradient + w };
            w -= step * gradient;
            w
        };
        (0..20_000).map(one).collect()
    };
    let [right, wrong] = [run(true), run(false)];
    let largest = |part: &[f64]| part.iter().fold(0.0_f64, |a, b| a.max(b.abs()));
    println!("largest distance         zeroed   never zeroed");
    for from in [0, 1000, 19_000] {
        let [a, b] = [&right, &wrong].map(|it| largest(&it[from..from + 1000]));
        println!("steps {from:6} + 1000 {a:12.4} {b:14.4}");
    }
    let crossings = wrong.windows(2).filter(|it| it[0] * it[1] < 0.0).count();
    let counted = 4e4 / crossings as f64;
    // The map of weight and gradient turns by the angle whose cosine is 1 − η / 2.
    let period = std::f64::consts::TAU / (1.0_f64 - step / 2.0).acos();
    println!("period counted {counted:.2} steps, 2π / arccos(1 − η / 2) {period:.2}");
    // ANCHOR_END: program
    assert_relative_eq!(counted, period, max_relative = 0.01);
    assert!(largest(&wrong[19_000..]) > 0.99 && largest(&right[19_000..]) < 1e-9);

    let points = |it: Vec<f64>| (0..400).map(f64::from).zip(it);
    let axis = Axis::linear("step", 0.0..=400.0);
    let panel = Panel::new(axis, Axis::linear("weight", -1.2..=1.2))
        .line("zeroed at each step", points(right))
        .line("never zeroed", points(wrong));
    let text = "One curve falls to zero, the other swings between plus and minus one for ever.";
    let title = "A gradient that is never zeroed";
    let figure = Figure::new("gradients_in_practice_leftover", title, text);
    Ok(figure.panel(panel).save()?)
}
