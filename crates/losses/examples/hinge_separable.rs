//! On separable data hinge stops at zero with finite weights; logistic loss grows them for ever.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let (x, labels) = (array![1.0, 2.0, -1.0, -3.0], array![1.0, 1.0, -1.0, -1.0]);
    let targets = (&labels + 1.0) / 2.0;
    let (mut hinge_w, mut logistic_w) = (0.0_f64, 0.0_f64);
    let mut history = Vec::new();
    println!("   step   hinge w   loss   logistic w   loss");
    for step in 1..=100_000 {
        let slopes = hinge_gradient(&(&x * hinge_w), &labels)?;
        hinge_w -= 0.1 * mean(&(&x * slopes))?;
        let slopes = binary_cross_entropy_with_logits_gradient(&(&x * logistic_w), &targets)?;
        logistic_w -= 0.1 * mean(&(&x * slopes))?;
        history.push((f64::from(step), hinge_w, logistic_w));

        if [10, 100, 1000, 10_000, 100_000].contains(&step) {
            let flat = mean(&hinge(&(&x * hinge_w), &labels)?)?;
            let positive = mean(&binary_cross_entropy_with_logits(
                &(&x * logistic_w),
                &targets,
            )?)?;
            println!("{step:7} {hinge_w:9.4} {flat:6.3} {logistic_w:12.4} {positive:.2e}");
            assert!(positive > 0.0);
        }
    }
    // The least loss of either kind: 0 for hinge at every w ≥ 1, none for logistic.
    assert_eq!(mean(&hinge(&(&x * hinge_w), &labels)?)?, 0.0);
    // The two points at distance 1 decide: dw/dt = ½ e⁻ʷ, so that eʷ grows as t/2.
    assert_relative_eq!(logistic_w, (0.5 * 0.1 * 1e5_f64).ln(), max_relative = 0.01);
    // ANCHOR_END: program

    let drawn = history
        .iter()
        .filter(|it| it.0 < 1000.0 || it.0 % 500.0 == 0.0);
    let (x, y) = (
        Axis::logarithmic("step", 1.0..=1e5),
        Axis::linear("weight w", 0.0..=9.0),
    );
    let panel = Panel::new(x, y)
        .line("hinge", drawn.clone().map(|it| (it.0, it.1)))
        .line("logistic", drawn.map(|it| (it.0, it.2)));
    let title = "The weight over the steps of gradient descent, on separable data";
    let description = "Under hinge the weight rises to about 1 and stays. Under the logistic loss \
         it keeps rising, along a straight line over the logarithm of the step.";
    Figure::new("hinge_separable", title, description)
        .panel(panel)
        .save()?;
    Ok(())
}
