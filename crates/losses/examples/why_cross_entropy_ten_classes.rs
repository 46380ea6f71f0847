//! Ten classes, from a wrong start: squared error through the softmax is slower at each step size that was tried.

extern crate figures;
extern crate losses;
use figures::{Axis as Scale, Figure, Panel};
use losses::prelude::*;
// ANCHOR: program
/// Percent of right answers before each of 400 steps; fifty points, ten classes.
fn train(loss: &str, rate: f64) -> Result<Vec<f64>, LossError> {
    let noise = |i: usize, j: usize| (i as f64 * [0.754_878, 0.569_840][j]).fract() - 0.5;
    let x = Array2::from_shape_fn((50, 2), |(i, j)| center(i)[j] + 0.6 * noise(i, j));
    let t = Array2::from_shape_fn((50, 10), |(i, k)| f64::from(i % 10 == k));
    // The start is sure that each class is the next but one.
    let mut w = Array2::from_shape_fn((2, 10), |(j, k)| 10.0 * center(k + 8)[j]);
    let step = |_| {
        let z = x.dot(&w);
        let slopes = match loss {
            "cross-entropy" => softmax(&z, 1.0)? - &t,
            "squared, softmax" => {
                let p = softmax(&z, 1.0)?;
                let pull = squared_error_gradient(&p, &t)? * &p;
                let total = pull.sum_axis(Axis(1)).insert_axis(Axis(1));
                pull - p * total
            }
            _ => squared_error_gradient(&z, &t)?,
        };
        assert!(loss == "squared, raw" || slopes.sum().abs() < 1e-9);
        w.scaled_add(-rate / 50.0, &x.t().dot(&slopes));
        let is_right = |i: &usize| z.row(*i).iter().all(|it| *it <= z[[*i, i % 10]]);
        Ok(2.0 * (0..50).filter(is_right).count() as f64)
    };
    (0..400).map(step).collect()
}
// ANCHOR_END: program

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("rate   loss              steps to 70 % right   right after 400");
    let y = Scale::linear("percent right", 0.0..=100.0);
    let mut panel = Panel::new(Scale::linear("step", 0.0..=300.0), y);
    for rate in [0.5, 5.0, 50.0] {
        for loss in ["cross-entropy", "squared, softmax", "squared, raw"] {
            let curve = train(loss, rate)?;
            let steps = curve.iter().position(|it| *it >= 70.0);
            let shown = steps.map_or("never".to_owned(), |steps| steps.to_string());
            println!("{rate:4}   {loss:<16} {shown:>20} {:15} %", curve[399]);
            assert!(loss != "squared, softmax" || steps.is_none_or(|steps| steps > 180));
            if (rate < 1.0) == loss.ends_with("raw") && rate != 5.0 {
                panel = panel.line(loss, (0..).map(f64::from).zip(curve));
            }
        }
    }
    let text = "Two curves climb at once; squared error through softmax climbs later, and to less.";
    let figure = Figure::new("why_cross_entropy_ten_classes", "From a wrong start", text);
    Ok(figure.panel(panel).save()?)
}

fn center(k: usize) -> [f64; 2] {
    let angle = std::f64::consts::TAU * k as f64 / 10.0;
    [angle.cos(), angle.sin()]
}
