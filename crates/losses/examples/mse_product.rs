//! A network that multiplies two weights has a loss that is not convex in them.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Two linear layers of one unit each: for the input 1 the prediction is u · v.
    let loss = |u: f64, v: f64| mean(&squared_error(&array![u * v], &array![1.0])?);

    let [one, other, halfway] = [loss(1.0, 1.0)?, loss(-1.0, -1.0)?, loss(0.0, 0.0)?];
    println!("loss at (1, 1), (−1, −1) and halfway: {one} {other} {halfway}");
    assert!(
        halfway > 0.5 * (one + other),
        "it would lie below its chord"
    );

    println!("curvature at   along (1, 1)   along (1, −1)");
    // By hand, for directions of length 1: u² + v² + 4uv − 2, and u² + v² − 4uv + 2.
    for (u, v, along, across) in [(1.0, 1.0, 4.0, 0.0), (0.0, 0.0, -2.0, 2.0)] {
        let mut curvatures = array![0.0, 0.0];
        for (curvature, sign) in curvatures.iter_mut().zip([1.0, -1.0]) {
            let [ahead, behind] = [1e-3, -1e-3].map(|step| loss(u + step, v + sign * step));
            // The step (1e-3, ±1e-3) has the squared length 2e-6.
            *curvature = (ahead? - 2.0 * loss(u, v)? + behind?) / 2e-6;
        }
        println!("({u}, {v}) {:20.3} {:15.3}", curvatures[0], curvatures[1]);
        assert_abs_diff_eq!(curvatures, array![along, across], epsilon = 1e-5);
    }
    // ANCHOR_END: program

    let [u, v] = ["weight u", "weight v"].map(|label| Axis::linear(label, -2.0..=2.0));
    let steps = || (10..=40).map(|step| f64::from(step) / 20.0);
    let panel = Panel::new(u, v)
        .equal_scales()
        .heat_map("loss, cut at 4", |u, v| (u * v - 1.0).powi(2).min(4.0))
        .line("loss 0", steps().map(|u| (u, 1.0 / u)))
        .line("loss 0", steps().map(|u| (-u, -1.0 / u)))
        .annotate("saddle", (0.0, 0.0));
    let title = "Loss of a product of two weights";
    let description = "Heat map over both weights: two curved valleys of loss zero, in the quarter \
                       where both are positive and where both are negative, and a saddle between.";
    Figure::new("mse_product", title, description)
        .panel(panel)
        .save()?;
    Ok(())
}
