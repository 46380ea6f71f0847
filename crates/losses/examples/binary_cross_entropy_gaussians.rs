//! Two normal classes of one variance: the log-odds are linear, and their weights are known.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let density = |x: f64, mean: f64, deviation: f64| {
        (-0.5 * ((x - mean) / deviation).powi(2)).exp() / deviation
    };
    // A third of the examples are of class 1.
    println!("     equal deviations 2, 2    unequal 2, 1");
    println!("  x    log-odds   w x + b         log-odds");
    for x in [-2.0, 0.0, 2.0, 4.0] {
        let by_bayes = |first: f64| {
            let (one, zero) = (
                density(x, 3.0, first) / 3.0,
                density(x, 0.0, 2.0) * 2.0 / 3.0,
            );
            f64::ln(one / zero)
        };
        // w is the gap of the means over the variance, b holds the rest.
        let linear = 3.0 / 4.0 * x - 9.0 / 8.0 + 0.5_f64.ln();
        println!(
            "{x:3} {:11.4} {linear:9.4} {:16.4}",
            by_bayes(2.0),
            by_bayes(1.0)
        );
        assert_abs_diff_eq!(by_bayes(2.0), linear, epsilon = 1e-12);
        let quadratic = x * x / 8.0 - (x - 3.0).powi(2) / 2.0;
        assert_abs_diff_eq!(by_bayes(1.0), quadratic, epsilon = 1e-12);
    }
    // ANCHOR_END: program

    // ANCHOR: training
    // Cross-entropy, trained on the probability of class 1 at each x, finds the same weight.
    let x = Array1::linspace(-10.0, 13.0, 461);
    let [one, zero] = [(3.0, 1.0 / 3.0), (0.0, 2.0 / 3.0)]
        .map(|(mean, share)| x.mapv(|x| share * density(x, mean, 2.0)));
    let (mass, label) = (&one + &zero, &one / (&one + &zero));
    let (mut w, mut b) = (0.0, 0.0);
    for _ in 0..20_000 {
        let slopes = binary_cross_entropy_with_logits_gradient(&(w * &x + b), &label)? * &mass;
        (w, b) = (w - 0.01 * slopes.dot(&x), b - 0.01 * slopes.sum());
    }
    println!("trained: w {w:.4}, b {b:.4}");
    // ANCHOR_END: training
    assert_abs_diff_eq!(w, 0.75, epsilon = 1e-6);
    assert_abs_diff_eq!(b, -1.125 + 0.5_f64.ln(), epsilon = 1e-6);
    Ok(())
}
