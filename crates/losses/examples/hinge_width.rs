//! The trained margin is as wide as the gap between the classes; rescaling does not widen it.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let positives = [[1.0, 3.0], [3.0, -1.0], [4.0, 3.0]];
    let negatives = [[-1.0, -3.0], [-3.0, 1.0], [-4.0, 0.0]];
    let points = [positives, negatives].concat();
    let labels = [1.0, 1.0, 1.0, -1.0, -1.0, -1.0];

    // Minimize ½‖w‖² + C Σ hinge with so large a C that no slack is worth it.
    let (mut w, mut alphas) = ([0.0_f64; 2], [0.0_f64; 6]);
    for _ in 0..1000 {
        for ((x, y), alpha) in points.iter().zip(labels).zip(&mut alphas) {
            let missing = 1.0 - y * (w[0] * x[0] + w[1] * x[1]);
            let best = (*alpha + missing / (x[0] * x[0] + x[1] * x[1])).clamp(0.0, 1e6);
            let change = y * (best - *alpha);
            w = [w[0] + change * x[0], w[1] + change * x[1]];
            *alpha = best;
        }
    }
    let width = 2.0 / w[0].hypot(w[1]);
    println!("w = ({:.4}, {:.4}), width 2/‖w‖ = {width:.4}", w[0], w[1]);
    // By hand: the classes come closest at (2, 1) and (−2, −1), halfway along their sides.
    assert_relative_eq!(width, 4.0_f64.hypot(2.0), max_relative = 1e-9);
    println!("scores times  margin of (1, 3)  its distance from the boundary");
    for scale in [1.0, 10.0] {
        let margin = scale * (w[0] + 3.0 * w[1]);
        let distance = margin / (scale * w[0].hypot(w[1]));
        println!("{scale:12} {margin:17.4} {distance:31.4}");
        assert_relative_eq!(distance, 5.0_f64.sqrt(), max_relative = 1e-9);
    }
    // ANCHOR_END: program

    let level = |score: f64| move |x: f64| (score - w[0] * x) / w[1];
    let (x, y) = (
        Axis::linear("x₁", -5.0..=5.0),
        Axis::linear("x₂", -4.0..=4.0),
    );
    let panel = Panel::new(x, y)
        .equal_scales()
        .points("label 1", positives.map(|[x, y]| (x, y)))
        .points("label −1", negatives.map(|[x, y]| (x, y)))
        .function("boundary, score 0", level(0.0))
        .function("edges, score 1 and −1", level(1.0))
        .function("edges, score 1 and −1", level(-1.0))
        .line("width 2/‖w‖", [(-2.0, -1.0), (2.0, 1.0)]);
    let title = "The widest street between two classes";
    let description = "Three positive points on the right, three negative ones on the left. The \
         boundary falls steeply through the origin. On each of the parallel edges lie two points.";
    Figure::new("hinge_width", title, description)
        .panel(panel)
        .save()?;
    Ok(())
}
