//! Two weights, eight examples: squared error through a sigmoid has four valleys, cross-entropy one.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Mean loss and its gradient; the second four examples do for v what the first do for w.
fn at([w, v]: [f64; 2], is_squared: bool) -> Result<(f64, [f64; 2]), LossError> {
    let (x, y) = (array![10.0, 1.0, 1.0, 0.1], array![1.0, 0.0, 0.0, 1.0]);
    let [(loss_w, slope_w), (loss_v, slope_v)] = [w, v].map(|weight| {
        let z = weight * &x;
        let p = sigmoid(&z);
        let slopes = (&p - &y) * &x;
        match is_squared {
            true => (squared_error(&p, &y), slopes * 2.0 * &p * (1.0 - &p)),
            false => (binary_cross_entropy_with_logits(&z, &y), slopes),
        }
    });
    let loss = (sum(&loss_w?) + sum(&loss_v?)) / 8.0;
    Ok((loss, [slope_w.sum() / 8.0, slope_v.sum() / 8.0]))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("loss            from        to                 mean loss");
    for (name, is_squared) in [("cross-entropy", false), ("squared error", true)] {
        for start in [[-4.0, -4.0], [-4.0, 1.0], [1.0, -4.0], [1.0, 1.0]] {
            let [mut w, mut v] = start;
            for _ in 0..3000 {
                let slope = at([w, v], is_squared)?.1;
                (w, v) = (w - 0.5 * slope[0], v - 0.5 * slope[1]);
            }
            let loss = at([w, v], is_squared)?.0;
            println!("{name:<13} {start:4?}  [{w:7.4}, {v:7.4}] {loss:11.4}");
            // ANCHOR_END: program
            for (a, b) in [(0.01, 0.0), (-0.01, 0.0), (0.0, 0.01), (0.0, -0.01)] {
                assert!(loss < at([w + a, v + b], is_squared)?.0);
            }
        }
    }
    let mut figure = Figure::new(
        "mse_for_binary_classification_surface",
        "Two weights",
        "Above, nested ovals around one point. Below, four separate basins, the deepest at the upper right.",
    );
    for (name, is_squared) in [("mean cross-entropy", false), ("mean squared error", true)] {
        let [x, y] = ["weight w", "weight v"].map(|it| Axis::linear(it, -5.0..=1.5));
        let value = move |w, v| at([w, v], is_squared).map_or(f64::NAN, |it| it.0);
        figure = figure.panel(Panel::new(x, y).equal_scales().heat_map(name, value));
    }
    Ok(figure.save()?)
}
