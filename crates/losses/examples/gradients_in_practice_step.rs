//! The error of a difference quotient is a V over the step: truncation on one side, rounding on the other.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Cross-entropy of the label 0 in the logit 1.3; its slope is σ(1.3).
    let loss = |z: f64| softplus(&array![z])[0];
    let loss_f32 = |z: f32| z.max(0.0) + (-z.abs()).exp().ln_1p();
    let exact = sigmoid(&array![1.3])[0];
    let forward = |h: f64| (loss(1.3 + h) - loss(1.3)) / h;
    let central = |h: f64| (loss(1.3 + h) - loss(1.3 - h)) / (2.0 * h);
    let single = |h: f64| {
        let (up, down) = (1.3 + h as f32, 1.3 - h as f32);
        f64::from((loss_f32(up) - loss_f32(down)) / (up - down))
    };
    let relative = |slope: f64| (slope - exact).abs() / (slope.abs() + exact.abs());
    println!("exact slope {exact:.12}; relative errors:");
    println!("    step    forward    central   central, f32");
    for power in 1..=12 {
        let h = 10_f64.powi(-power);
        let errors = [forward(h), central(h), single(h)].map(relative);
        println!(
            "   1e-{power:02} {:10.1e} {:10.1e} {:14.1e}",
            errors[0], errors[1], errors[2]
        );
    }
    // ANCHOR_END: program
    // Truncation: h f''/2 for forward, h² f'''/6 for central.
    let second = exact * (1.0 - exact);
    assert_relative_eq!(forward(1e-3) - exact, 5e-4 * second, max_relative = 0.01);
    let third = second * (1.0 - 2.0 * exact) / 6.0;
    assert_relative_eq!(central(1e-2) - exact, 1e-4 * third, max_relative = 0.01);
    let steps = (4..=52).map(|it| 10_f64.powf(-f64::from(it) / 4.0));
    let curve = |slope: &dyn Fn(f64) -> f64| -> Vec<(f64, f64)> {
        // NaN leaves a gap: in f32 the smallest steps do not move 1.3.
        let point = |h| (h, relative(slope(h)));
        steps.clone().map(point).collect()
    };
    let x = Axis::logarithmic("step", 1e-13..=0.1);
    let panel = Panel::new(x, Axis::logarithmic("relative error", 1e-13..=1.0))
        .line("forward", curve(&forward))
        .line("central", curve(&central))
        .line("central in f32", curve(&single));
    let seen = "Three Vs: forward lowest near 1e-8, central deeper near 1e-5, f32 near 1e-2; f32 ends at 1e-7.";
    let figure = Figure::new("gradients_in_practice_step", "Error over the step", seen);
    Ok(figure.panel(panel).save()?)
}
