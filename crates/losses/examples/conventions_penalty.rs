//! C and alpha weigh opposite sides of the sum, and the sum is not always a mean.

extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::answer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let (x, y) = (array![1.0, 2.0, 3.0, 4.0], array![1.0, 3.0, 2.0, 5.0]);
    let label = array![0.0, 1.0, 0.0, 1.0];
    let (xx, xy) = (x.dot(&x), x.dot(&y));
    // The slopes of ½ w² + C Σ ℓ in w, for C = ½; they grow with w.
    let logistic = |w: f64| {
        let slopes = binary_cross_entropy_with_logits_gradient(&(w * &x), &label)?;
        Ok(w + 0.5 * slopes.dot(&x))
    };
    let squared_hinge = |w: f64| {
        let sign = 2.0 * &label - 1.0;
        Ok(w - 0.5 * 2.0 * hinge(&(w * &x), &sign)?.dot(&(&sign * &x)))
    };
    let rows = [
        ("penalty.ridge", xy / (xx + 2.0), "Σ r² + α w²"),
        (
            "penalty.lasso",
            (xy / 4.0 - 2.0) / (xx / 4.0),
            "MSE/2 + α |w|",
        ),
        ("penalty.logistic", zero(logistic)?, "w²/2 + C Σ ℓ"),
        ("penalty.svc", zero(squared_hinge)?, "w²/2 + C Σ ℓ²"),
    ];
    println!("weight                                           value  minimizes");
    for (name, ours, objective) in rows {
        println!("{}  {objective}", answer(name)?);
        assert_relative_eq!(ours, answer(name)?.value, max_relative = 1e-6);
    }
    // ANCHOR_END: program
    Ok(())
}

/// Where an increasing function is 0, by bisection.
fn zero(f: impl Fn(f64) -> Result<f64, LossError>) -> Result<f64, LossError> {
    let (mut below, mut above) = (-10.0, 10.0);
    for _ in 0..80 {
        let middle = (below + above) / 2.0;
        *(if f(middle)? < 0.0 {
            &mut below
        } else {
            &mut above
        }) = middle;
    }
    Ok(below)
}
