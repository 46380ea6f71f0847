//! A line fitted with Huber loss by reweighted least squares, and the condition for its minimum.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Intercept and slope: weighted least squares, with weights from the last residuals.
fn fit(x: &Array1<f64>, y: &Array1<f64>, delta: f64) -> [f64; 2] {
    let mut weights = Array1::ones(x.len());
    let [mut a, mut b] = [0.0, 0.0];
    for _ in 0..200 {
        let average = |values: &Array1<f64>| values.dot(&weights) / weights.sum();
        let (center, level) = (average(x), average(y));
        b = average(&((x - center) * (y - level))) / average(&(x - center).pow2());
        a = level - b * center;
        let residuals = a + b * x - y;
        weights = residuals.mapv(|r: f64| 1.0_f64.min(delta / r.abs()));
    }
    [a, b]
}

fn main() -> Result<(), LossError> {
    let x = array![1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];
    let y = array![2.1, 2.9, 4.2, 4.8, 6.1, 7.0, 20.0, 9.1];
    println!("threshold   intercept    slope   largest slope of the loss");
    for delta in [0.2, 1.0, 100.0] {
        let [a, b] = fit(&x, &y, delta);
        let pull = huber_gradient(&(a + b * &x), &y, delta)?;
        let slope = f64::max(sum(&pull).abs(), pull.dot(&x).abs());
        println!("{delta:9} {a:11.4} {b:8.4} {slope:27.9}");
        assert_abs_diff_eq!(slope, 0.0, epsilon = 1e-9);
    }
    // ANCHOR_END: program
    Ok(())
}
