//! With 5 % gross outliers the least-squares line tilts; absolute error and Huber stay with the rest.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
type Gradient = fn(&ArrayRef1<f64>, &ArrayRef1<f64>) -> Result<Array1<f64>, LossError>;

/// The line a + b x of least mean loss, by gradient descent with shrinking steps.
fn fit(x: &Array1<f64>, y: &Array1<f64>, gradient: Gradient) -> Result<[f64; 2], LossError> {
    let [mut a, mut b] = [0.0, 0.0];
    for step in 0..20_000 {
        let pull = gradient(&(x * b + a), y)? / (2.0 + 0.02 * f64::from(step));
        (a, b) = (a - mean(&pull)?, b - mean(&(pull * x))?);
    }
    Ok([a, b])
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let x = Array1::linspace(-1.0, 1.0, 40);
    let noise = |i: usize| (i as f64 * 0.618_034).fract() - 0.5;
    let fault = |i: usize| if i < 38 { 0.0 } else { -20.0 };
    let y = Array1::from_shape_fn(40, |i| 1.0 + 2.0 * x[i] + noise(i) + fault(i));
    println!("true line 1 + 2 x; 5 % of 40 targets lowered by 20");
    println!("intercept and slope by");
    let squared = fit(&x, &y, squared_error_gradient)?;
    let absolute = fit(&x, &y, absolute_error_gradient)?;
    let huber = fit(&x, &y, |f, y| huber_gradient(f, y, 1.0))?;
    println!("squared error   {squared:6.2?}\nabsolute error  {absolute:6.2?}");
    println!("Huber, δ = 1    {huber:6.2?}");
    // ANCHOR_END: program
    // By hand: normal equations; signs and clipped residuals that balance.
    assert_abs_diff_eq!(squared[0], mean(&y)?, epsilon = 1e-6);
    assert_abs_diff_eq!(squared[1], x.dot(&y) / x.dot(&x), epsilon = 1e-6);
    let residuals = |[a, b]: [f64; 2]| &x * b + a - &y;
    let clipped = residuals(huber).map(|r| r.clamp(-1.0, 1.0));
    assert_abs_diff_eq!(clipped.sum(), 0.0, epsilon = 1e-6);
    let below = residuals(absolute).iter().filter(|r| **r < 0.0).count();
    assert!((18..=22).contains(&below));

    let [across, up] = [("x", -1.05..=1.05), ("target", -20.0..=5.0)]
        .map(|(name, range)| Axis::linear(name, range));
    let targets = x.iter().copied().zip(y.iter().copied());
    let line = |[a, b]: [f64; 2]| move |x: f64| a + b * x;
    let panel = Panel::new(across, up)
        .points("targets", targets)
        .function("squared error", line(squared))
        .function("absolute error", line(absolute))
        .function("Huber", line(huber));
    let title = "Lines fitted to targets with 5 % outliers";
    let description = "Forty targets along a rising line, the last two far below. The \
                       least-squares line falls, the other two rise with the targets.";
    let figure = Figure::new("which_loss_outliers", title, description);
    Ok(figure.panel(panel).save()?)
}
