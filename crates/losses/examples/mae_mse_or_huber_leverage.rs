//! A wrong target at a far feature bends all three lines; the median of the slopes between pairs does not notice it.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Offset and slope by least squares, reweighted by the last residuals.
fn fit(x: &Array1<f64>, y: &Array1<f64>, weight: fn(f64) -> f64) -> [f64; 2] {
    (0..500).fold([0.0, 0.0], |[a, b], _| {
        let w = (y - a - b * x).mapv(weight);
        let [s, sx, sy] = [w.sum(), w.dot(x), w.dot(y)];
        let b = (s * (&w * x).dot(y) - sx * sy) / (s * (&w * x).dot(x) - sx * sx);
        [(sy - b * sx) / s, b]
    })
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let noise = |i: usize| 0.6 * ((i as f64 * 0.618_034).fract() - 0.5);
    let x = Array1::from_shape_fn(11, |i| if i < 10 { i as f64 } else { 40.0 });
    let on_line = |i: usize| 1.0 + 0.5 * x[i] + noise(i);
    let y = Array1::from_shape_fn(11, |i| if i < 10 { on_line(i) } else { 1.0 });
    let pairs = (0..121).map(|it| (it / 11, it % 11)).filter(|(i, j)| i < j);
    let slope = middle(pairs.map(|(i, j)| (y[i] - y[j]) / (x[i] - x[j])));
    let offsets = (&y - slope * &x).into_iter();
    let lines = [
        ("squared error", fit(&x, &y, |_| 1.0)),
        ("absolute error", fit(&x, &y, |r| 1.0 / r.abs().max(1e-9))),
        ("Huber, δ = 0.3", fit(&x, &y, |r| (0.3 / r.abs()).min(1.0))),
        ("median of slopes", [middle(offsets), slope]),
    ];
    println!("fit                offset     slope   residual at 40");
    for (name, [a, b]) in lines {
        println!("{name:<16} {a:8.3} {b:9.3} {:16.3}", a + b * 40.0 - 1.0);
    }
    // ANCHOR_END: program
    let [a, b] = lines[2].1;
    let slopes = huber_gradient(&(b * &x + a), &y, 0.3)?;
    assert_abs_diff_eq!(slopes.dot(&x), 0.0, epsilon = 1e-6);
    let points = x.iter().copied().zip(y.iter().copied());
    let up = Axis::linear("target", 0.0..=22.0);
    let mut panel = Panel::new(Axis::linear("feature", 0.0..=42.0), up).points("points", points);
    for (name, [a, b]) in lines.into_iter().filter(|it| it.0 != "absolute error") {
        panel = panel.function(name, move |x| a + b * x);
    }
    let text = "Ten points rise at the left, one lies low at the far right. Two lines are level, one rises.";
    let figure = Figure::new("mae_mse_or_huber_leverage", "A far point", text);
    Ok(figure.panel(panel).save()?)
}

fn middle(values: impl Iterator<Item = f64>) -> f64 {
    let mut values = Vec::from_iter(values);
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
