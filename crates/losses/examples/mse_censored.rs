//! A sensor that stops at a limit: least squares is too low, the likelihood of what was seen is not.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// The center that makes likely what was seen: values below the limit, and the rest at it.
fn fit(below: &Array1<f64>, at_limit: f64, limit: f64) -> f64 {
    // Slopes of −ln density for a value, of −ln P(y > limit) at the limit.
    let slope = |center: f64| {
        let seen = below.mapv(|y| (0.5 * (center - y)).tanh());
        sum(&seen) - at_limit * sigmoid(&array![limit - center])[0]
    };
    let (mut low, mut high) = (0.0, 20.0);
    while high - low > 1e-9 {
        let middle = 0.5 * (low + high);
        let side = if slope(middle) < 0.0 {
            &mut low
        } else {
            &mut high
        };
        *side = middle;
    }
    low
}
// ANCHOR_END: program

fn main() -> Result<(), LossError> {
    // ANCHOR: calls
    // Targets around 10 with logistic noise, recorded by a sensor that stops at 11.
    let shares = Array1::from_iter((0..1000).map(|i| (f64::from(i) + 0.5) / 1000.0));
    let targets = 10.0 + shares.mapv(|u| (u / (1.0 - u)).ln());
    let recorded = targets.mapv(|y| y.min(11.0));
    let below = Array1::from_iter(recorded.iter().copied().filter(|&y| y < 11.0));
    let at_limit = 1000.0 - below.len() as f64;
    let fitted = fit(&below, at_limit, 11.0);
    // ANCHOR_END: calls
    println!("share at the limit               {:6.3}", at_limit / 1000.0);
    println!("mean of the targets              {:6.3}", mean(&targets)?);
    println!("least squares, as recorded       {:6.3}", mean(&recorded)?);
    println!("least squares, without the limit {:6.3}", mean(&below)?);
    println!("likelihood of what was seen      {fitted:6.3}");

    // The same objective in values, along a grid.
    let loss = |center: f64| -> f64 {
        let seen = below.mapv(|y| (y - center) + 2.0 * (center - y).exp().ln_1p());
        sum(&seen) + at_limit * (center - 11.0).exp().ln_1p() + at_limit * (11.0 - center)
    };
    assert!((-20..=20).all(|i| loss(fitted) <= loss(fitted + 0.05 * f64::from(i)) + 1e-9));
    assert_abs_diff_eq!(fitted, 10.0, epsilon = 2e-3);
    // By hand: E[min(y, 11)] = 11 − ∫ F up to 11 = 11 − ln(1 + e).
    let by_hand = 11.0 - (1.0 + 1.0_f64.exp()).ln();
    assert_abs_diff_eq!(mean(&recorded)?, by_hand, epsilon = 1e-2);
    Ok(())
}
