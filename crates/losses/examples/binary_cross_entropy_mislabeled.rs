//! One mislabeled example far out moves the fit of cross-entropy, and not that of squared error.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Weight and boundary of p = σ(weight · (x − boundary)), by gradient descent from p = 1/2.
fn fit(x: &Array1<f64>, y: &Array1<f64>, cross_entropy: bool) -> Result<[f64; 2], LossError> {
    let (mut weight, mut bias) = (0.0, 0.0);
    for _ in 0..20_000 {
        let z = weight * (x - 4.0) + bias;
        let p = sigmoid(&z);
        let slopes = if cross_entropy {
            binary_cross_entropy_with_logits_gradient(&z, y)?
        } else {
            squared_error_gradient(&p, y)? * &p * (1.0 - &p)
        };
        bias -= 0.2 * mean(&slopes)?;
        weight -= 0.2 * mean(&(slopes * (x - 4.0)))?;
    }
    Ok([weight, 4.0 - bias / weight])
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut x = Array1::linspace(1.0, 7.0, 13);
    x[6] = 16.0;
    let mut y = x.map(|&x| f64::from(x > 4.0));
    (y[5], y[7]) = (1.0, 0.0);
    let right = [fit(&x, &y, true)?, fit(&x, &y, false)?];
    y[6] = 0.0;
    let wrong = [fit(&x, &y, true)?, fit(&x, &y, false)?];
    println!("boundary by       label at 16 right   label at 16 wrong");
    println!("cross-entropy {:21.2} {:19.2}", right[0][1], wrong[0][1]);
    println!("squared error {:21.2} {:19.2}", right[1][1], wrong[1][1]);
    // ANCHOR_END: program

    // The other twelve mirror each other about 4.
    for boundary in [right[0][1], right[1][1], wrong[1][1]] {
        assert_abs_diff_eq!(boundary, 4.0, epsilon = 0.01);
    }
    assert!(wrong[0][1] > 6.5, "three of the twelve more are wrong");

    let curve =
        |[weight, boundary]: [f64; 2]| move |x| 1.0 / (1.0 + f64::exp(weight * (boundary - x)));
    Figure::new(
        "binary_cross_entropy_mislabeled",
        "Probability fitted to twelve other examples and a mislabeled one at 16",
        "Points with label 0 on the left and 1 on the right of 4, and one at 16 with label 0. The \
         squared-error curve rises steeply at 4. The cross-entropy curve rises slowly.",
    )
    .panel(
        Panel::new(
            Axis::linear("x", 0.0..=17.0),
            Axis::linear("probability", -0.1..=1.1),
        )
        .points("labels", x.iter().copied().zip(y.iter().copied()))
        .function("cross-entropy", curve(wrong[0]))
        .function("squared error", curve(wrong[1])),
    )
    .save()?;
    Ok(())
}
