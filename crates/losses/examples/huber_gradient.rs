//! The gradient of Huber is the clipped residual; its slope jumps at the threshold.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let loss = |residual: f64| Ok::<_, LossError>(huber(&array![residual], &array![0.0], 1.0)?[0]);
    let slope = |residual: f64| {
        Ok::<_, LossError>(huber_gradient(&array![residual], &array![0.0], 1.0)?[0])
    };

    println!("residual   gradient   by differences   half of MSE's, clipped");
    for residual in [-3.0, -0.5, 0.5, 1.0, 3.0] {
        let gradient = slope(residual)?;
        let by_differences = (loss(residual + 1e-5)? - loss(residual - 1e-5)?) / 2e-5;
        let half = squared_error_gradient(&array![residual], &array![0.0])?[0] / 2.0;
        let clipped = half.clamp(-1.0, 1.0);
        println!("{residual:8.1} {gradient:10.4} {by_differences:16.4} {clipped:24.4}");
        assert_abs_diff_eq!(gradient, by_differences, epsilon = 1e-5);
        assert_eq!(gradient, clipped);
    }

    let left = (slope(1.0)? - slope(1.0 - 1e-6)?) / 1e-6;
    let right = (slope(1.0 + 1e-6)? - slope(1.0)?) / 1e-6;
    println!("\ncurvature left of the threshold {left:.4}, right of it {right:.4}");
    assert_abs_diff_eq!(left, 1.0, epsilon = 1e-6);
    assert_eq!(right, 0.0);

    // Two examples with the residuals 3 and 0.5.
    let each = huber_gradient(&array![3.0, 0.5], &array![0.0, 0.0], 1.0)?;
    let batch = array![3.0, 0.5] / 3.0_f64.hypot(0.5);
    println!("3 and 0.5, each clipped at 1:   {each:.4}");
    println!("3 and 0.5, norm clipped at 1:   {batch:.4}");
    // ANCHOR_END: program

    let residual = || Axis::linear("residual", -3.0..=3.0);
    let loss = Panel::new(residual(), Axis::linear("loss", 0.0..=4.5))
        .function("half the squared error", |r| 0.5 * r * r)
        .function("absolute error", f64::abs)
        .function("Huber, threshold 1", move |r| loss(r).unwrap_or(f64::NAN));
    let gradient = Panel::new(residual(), Axis::linear("gradient", -3.0..=3.0))
        .function("half the squared error", |r| r)
        .line("absolute error", [(-3.0, -1.0), (0.0, -1.0)])
        .line("absolute error", [(0.0, 1.0), (3.0, 1.0)])
        .function("Huber, threshold 1", |r: f64| r.clamp(-1.0, 1.0));
    let description = "Above a parabola, a V and Huber, which follows the parabola near 0 and then \
                       runs parallel to the V. Below the gradient of Huber: the line, cut off.";
    Figure::new("huber_gradient", "Three losses, their slopes", description)
        .panel(loss)
        .panel(gradient)
        .save()?;
    Ok(())
}
