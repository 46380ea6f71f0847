//! One mislabeled example far out moves the fit of cross-entropy, and not that of squared error.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Weight w and boundary b of p = σ(w (x − b)), by gradient descent from p = 1/2.
fn fit(x: &Array1<f64>, y: &Array1<f64>, squared: bool) -> Result<[f64; 2], LossError> {
    let (mut weight, mut bias) = (0.0, 0.0);
    for _ in 0..8000 {
        let z = weight * (x - 4.0) + bias;
        let mut slopes = binary_cross_entropy_with_logits_gradient(&z, y)?;
        if squared {
            slopes *= &(2.0 * sigmoid(&z) * sigmoid(&-z));
        }
        bias -= 0.2 * mean(&slopes)?;
        weight -= 0.2 * slopes.dot(&(x - 4.0)) / 13.0;
    }
    Ok([weight, 4.0 - bias / weight])
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut x = Array1::linspace(1.0, 7.0, 13);
    let mut y = x.map(|&x| f64::from(x > 4.0));
    (y[5], y[7], x[6]) = (1.0, 0.0, 16.0);
    println!("label at x = 16   cross-entropy: boundary   squared error: boundary");
    for label in [1.0, 0.0] {
        y[6] = label;
        let [entropy, squared] = [fit(&x, &y, false)?[1], fit(&x, &y, true)?[1]];
        println!("{label:15} {entropy:25.2} {squared:25.2}");
        // The other twelve mirror each other about 4.
        assert_abs_diff_eq!(squared, 4.0, epsilon = 0.01);
    }
    // ANCHOR_END: program

    let curve = |[w, b]: [f64; 2]| move |x| 1.0 / (1.0 + f64::exp(w * (b - x)));
    let panel = Panel::new(
        Axis::linear("x", 0.0..=17.0),
        Axis::linear("probability of label 1", -0.1..=1.1),
    );
    let panel = panel.points("labels", x.iter().copied().zip(y.iter().copied()));
    Figure::new(
        "binary_cross_entropy_mislabeled",
        "Probability fitted to twelve examples and a mislabeled one at 16",
        "Label 0 left of 4, label 1 right of it, and label 0 at 16. The squared-error curve rises \
         steeply at 4, the cross-entropy curve slowly, through one half at 6.6.",
    )
    .panel(
        panel
            .function("cross-entropy", curve(fit(&x, &y, false)?))
            .function("squared error", curve(fit(&x, &y, true)?)),
    )
    .save()?;
    Ok(())
}
