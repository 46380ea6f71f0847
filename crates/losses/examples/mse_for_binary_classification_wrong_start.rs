//! From a wrong and confident start squared error needs exponentially many steps, cross-entropy a number in proportion.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// The slope in the weight of the mean loss of 200 examples, 10 of them mislabeled.
fn slope(w: f64, is_squared: bool) -> f64 {
    let slopes = (0..200).map(|i| {
        let x = (1.0 + f64::from(i) / 200.0) * if i % 2 == 1 { 1.0 } else { -1.0 };
        let y = f64::from((i % 2 == 1) != (i % 20 == 10));
        let p = 1.0 / (1.0 + (-w * x).exp());
        match is_squared {
            true => 2.0 * (p - y) * p * (1.0 - p) * x,
            false => (p - y) * x,
        }
    });
    slopes.sum::<f64>() / 200.0
}

/// Weights on the way from a start to 0, where the answers turn right.
fn train(start: f64, is_squared: bool) -> Vec<f64> {
    let next = |w: &f64| (*w < 0.0).then(|| w - slope(*w, is_squared));
    std::iter::successors(Some(start), next).collect()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("weight at   steps until 95 % of the answers are right");
    println!("the start   cross-entropy   squared error   ratio");
    for start in [-1.0, -2.0, -4.0, -6.0, -8.0] {
        let [log, square] = [false, true].map(|it| train(start, it).len() as f64 - 1.0);
        println!("{start:9} {log:15} {square:15} {:7.1}", square / log);
        assert_abs_diff_eq!(log, flow(start, false), epsilon = 1.0);
        assert_relative_eq!(square, flow(start, true), max_relative = 0.2);
    }
    // ANCHOR_END: program
    let curve = |it| (0..).map(f64::from).zip(train(-8.0, it)).skip(1);
    let x = Axis::logarithmic("step", 1.0..=1e4);
    let panel = Panel::new(x, Axis::linear("weight", -8.0..=1.0))
        .line("cross-entropy", curve(false))
        .line("squared error", curve(true));
    let text = "From −8 cross-entropy rises to 0 in six steps, squared error in thousands.";
    let title = "The weight during training";
    let figure = Figure::new("mse_for_binary_classification_wrong_start", title, text);
    Ok(figure.panel(panel).save()?)
}

/// The time to 0 at the speed of minus the slope: ∫ dw / speed, by the midpoint rule.
fn flow(start: f64, is_squared: bool) -> f64 {
    let h = -start / 200.0;
    let speed = |i: i32| -slope(start + h * (f64::from(i) + 0.5), is_squared);
    (0..200).map(|i| h / speed(i)).sum()
}
