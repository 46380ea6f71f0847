//! With 5 % gross outliers the least-squares line tilts; absolute error and Huber stay with the rest.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
type Gradient = fn(&ArrayRef1<f64>, &ArrayRef1<f64>) -> Result<Array1<f64>, LossError>;

/// The line a + b x of least mean loss, by gradient descent with shrinking steps.
fn fit(x: &Array1<f64>, y: &Array1<f64>, gradient: Gradient) -> Result<(f64, f64), LossError> {
    let (mut a, mut b) = (0.0, 0.0);
    for step in 0..20_000 {
        let pull = gradient(&(x * b + a), y)? / (2.0 + 0.02 * f64::from(step));
        (a, b) = (a - mean(&pull)?, b - mean(&(pull * x))?);
    }
    Ok((a, b))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let x = Array1::linspace(-1.0, 1.0, 40);
    let noise = |i: usize| (i as f64 * 0.618_034).fract() - 0.5;
    let fault = |i: usize| if i < 38 { 0.0 } else { -20.0 };
    let y = Array1::from_shape_fn(40, |i| 1.0 + 2.0 * x[i] + noise(i) + fault(i));
    let squared = fit(&x, &y, squared_error_gradient)?;
    let absolute = fit(&x, &y, absolute_error_gradient)?;
    let robust = fit(&x, &y, |f, y| huber_gradient(f, y, 1.0))?;
    println!("5 % of 40 targets lowered by 20   intercept    slope");
    println!("truth                            {:10.1} {:8.1}", 1.0, 2.0);
    println!("squared error                    {:10.2} {:8.2}", squared.0, squared.1);
    println!("absolute error                   {:10.2} {:8.2}", absolute.0, absolute.1);
    println!("Huber, threshold 1               {:10.2} {:8.2}", robust.0, robust.1);
    // ANCHOR_END: program

    // Least squares in closed form; least absolute deviations by all pairs of points.
    assert_abs_diff_eq!(squared.0, mean(&y)?, epsilon = 1e-6);
    assert_abs_diff_eq!(squared.1, x.dot(&y) / x.dot(&x), epsilon = 1e-6);
    let total = |(a, b): (f64, f64)| (&y - &(&x * b + a)).map(|r| r.abs()).sum();
    let pairs = (0..40).flat_map(|i| (0..i).map(move |j| (i, j)));
    let least = pairs
        .map(|(i, j)| (y[i] - y[j]) / (x[i] - x[j]) * array![1.0, x[i]] - array![0.0, y[i]])
        .map(|line| total((-line[1], line[0])))
        .fold(f64::INFINITY, f64::min);
    assert_abs_diff_eq!(total(absolute), least, epsilon = 0.05);
    // Huber balances the clipped residuals.
    let clipped = (&x * robust.1 + robust.0 - &y).map(|r| r.clamp(-1.0, 1.0));
    assert_abs_diff_eq!(clipped.sum(), 0.0, epsilon = 1e-6);

    let line = |(a, b): (f64, f64)| move |x: f64| a + b * x;
    let axes = [("x", -1.05..=1.05), ("target", -20.0..=5.0)];
    let [across, up] = axes.map(|(name, range)| Axis::linear(name, range));
    let panel = Panel::new(across, up).points("targets", x.iter().copied().zip(y.iter().copied()));
    let panel = panel.function("squared error", line(squared)).function("absolute error", line(absolute));
    let panel = panel.function("Huber", line(robust));
    let description = "Forty targets along a rising line, the last two far below. The least-squares line falls, the other two rise with the targets.";
    Figure::new("which_loss_outliers", "Lines fitted to targets with 5 % outliers", description).panel(panel).save()?;
    Ok(())
}
