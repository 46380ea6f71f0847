//! With one fixed variance the likelihood of many outputs is their sum of squares, scaled and shifted.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
fn main() -> Result<(), LossError> {
    // Ten outputs, all with the deviation σ; two predictions of them.
    let targets = Array1::from_iter((0..10).map(|i| f64::from(i * i % 7)));
    let predictions = [&targets + 0.5, &targets * 0.0 + 2.0];
    println!("targets {targets}");
    println!("    σ   prediction     likelihood   times 2σ², less   sum of");
    println!("                     (minus log)      the constant   squares");
    for deviation in [0.5, 1.0, 3.0_f64] {
        let s = Array1::from_elem(10, 2.0 * deviation.ln());
        let constant = 5.0 * (std::f64::consts::TAU * deviation.powi(2)).ln();
        for (name, prediction) in ["0.5 too high", "always 2"].iter().zip(&predictions) {
            let loss = gaussian_negative_log_likelihood(prediction, &s, &targets)?.sum();
            let scaled = 2.0 * deviation.powi(2) * (loss - constant);
            let squares = squared_error(prediction, &targets)?.sum();
            println!("{deviation:5}   {name:12} {loss:12.4} {scaled:17.4} {squares:9.4}");
            assert_relative_eq!(scaled, squares, max_relative = 1e-12);
        }
    }
    Ok(())
}
// ANCHOR_END: program
