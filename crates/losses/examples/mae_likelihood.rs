//! For every scale, the constant that maximizes a Laplace likelihood is the median; b̂ is the MAE.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let targets = array![2.1, 3.0, 3.4, 4.2, 9.8];
    let median = 3.4;
    let negative_log_likelihood = |constant: f64, b: f64| {
        let density = |y: f64| (-(y - constant).abs() / b).exp() / (2.0 * b);
        -targets.mapv(density).product().ln()
    };
    let mae = mean(&absolute_error(&Array1::from_elem(5, median), &targets)?)?;

    println!("   b   most likely constant   −ln likelihood there");
    for b in [0.8, 1.6, 3.2] {
        let constant = minimizer(|it| negative_log_likelihood(it, b), 0.0, 12.0);
        let least = negative_log_likelihood(constant, b);
        println!("{b:4.1} {constant:22.4} {least:22.4}");
        assert_abs_diff_eq!(constant, median, epsilon = 1e-6);
        assert_relative_eq!(least, 5.0 * (mae / b + (2.0 * b).ln()), epsilon = 1e-5);
    }
    let scale = minimizer(|b| negative_log_likelihood(median, b), 0.2, 9.0);
    println!("most likely b {scale:.4}; MAE of the median {mae:.4}");
    assert_relative_eq!(scale, mae, epsilon = 1e-6);
    // ANCHOR_END: program

    let panel = [0.8, 1.6, 3.2].into_iter().fold(
        Panel::new(
            Axis::linear("constant", 0.0..=10.0),
            Axis::linear("−ln likelihood", 8.0..=28.0),
        ),
        |panel, b| panel.function(format!("b = {b}"), |at| negative_log_likelihood(at, b)),
    );
    let title = "Negative log-likelihood of Laplace noise over the constant";
    let description = "Three polygons with a kink at each target, all lowest at the median, 3.4.";
    Figure::new("mae_likelihood", title, description)
        .panel(panel.vertical_line("median", median))
        .save()?;
    Ok(())
}

/// Ternary search, for functions that fall and then rise.
fn minimizer(f: impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    for _ in 0..200 {
        let third = (high - low) / 3.0;
        match f(low + third) < f(high - third) {
            true => high -= third,
            false => low += third,
        }
    }
    (low + high) / 2.0
}
