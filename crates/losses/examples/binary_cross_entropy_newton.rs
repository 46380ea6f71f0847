//! Newton's method fits a logistic model in a few steps; gradient descent needs many.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let feature = [-2.0, -1.0, -0.5, 0.5, 1.5, 2.0, 4.0];
    let x = Array2::from_shape_fn((7, 2), |(i, j)| if j == 0 { feature[i] } else { 1.0 });
    let y = array![0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 1.0];
    let (mut newton, mut descent, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    for (uses_curvature, sizes) in [(true, &mut newton), (false, &mut descent)] {
        let mut weights = array![0.0, 0.0];
        while sizes.last().is_none_or(|&last| last > 1e-5) {
            let z = x.dot(&weights);
            let slope = x
                .t()
                .dot(&binary_cross_entropy_with_logits_gradient(&z, &y)?);
            sizes.push(slope.dot(&slope).sqrt());
            if uses_curvature {
                let d = Array2::from_diag(&(sigmoid(&z) * sigmoid(&-z)));
                let hessian = x.t().dot(&d).dot(&x);
                let (a, b, d) = (hessian[[0, 0]], hessian[[0, 1]], hessian[[1, 1]]);
                weights -= &(array![[d, -b], [-b, a]].dot(&slope) / (a * d - b * b));
            } else {
                weights -= &(0.2 * slope);
            }
        }
        let (steps, p) = (sizes.len() - 1, mean(&sigmoid(&x.dot(&weights)))?);
        println!("steps {steps:2}, weight and bias {weights:.4}, mean probability {p:.4}");
        assert_abs_diff_eq!(p, 4.0 / 7.0, epsilon = 1e-5);
        ends.push(weights);
    }
    assert_abs_diff_eq!(ends[0], ends[1], epsilon = 1e-4);
    // ANCHOR_END: program

    let curve = |sizes: Vec<f64>| (0..).map(f64::from).zip(sizes);
    Figure::new(
        "binary_cross_entropy_newton",
        "Size of the slope while a logistic model is fitted",
        "Two curves on a logarithmic axis. With Newton's method the slope falls to 10⁻⁵ in five \
         steps, ever faster. With gradient descent it falls along a straight line for 56.",
    )
    .panel(
        Panel::new(
            Axis::linear("step", 0.0..=80.0),
            Axis::logarithmic("size of the slope", 1e-7..=10.0),
        )
        .line("Newton", curve(newton))
        .line("gradient descent", curve(descent)),
    )
    .save()?;
    Ok(())
}
