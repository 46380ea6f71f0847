//! Expected squared error is squared bias plus variance plus noise.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Six observations, each 1 + 2 or 1 − 2 with equal probability: all 64 cases.
    let observed = |(case, bit)| [-1.0, 3.0][case >> bit & 1];
    let cases = Array2::from_shape_fn((64, 6), observed);
    let (past, future) = cases.view().split_at(Axis(1), 5);

    println!("   λ   bias²   variance   noise     sum   mean of 64 cases");
    for lambda in [0.0, 1.0, 4.0, 20.0] {
        let [bias_squared, variance, noise] = parts(lambda);
        let total = bias_squared + variance + noise;

        // Ridge fits a constant to five of them, and is tested on the sixth.
        let fitted = past.sum_axis(Axis(1)) / (5.0 + lambda);
        let mse = mean(&squared_error(&fitted, &future.column(0))?)?;
        println!(
            "{lambda:4.0} {bias_squared:7.3} {variance:10.3} {noise:7.3} {total:7.3} {mse:18.3}"
        );
        assert_relative_eq!(mse, total, max_relative = 1e-12);
    }
    // ANCHOR_END: program

    let x = Axis::logarithmic("penalty λ", 0.1..=100.0);
    let panel = Panel::new(x, Axis::linear("squared units of the target", 0.0..=1.0))
        .function("bias² + variance", |lambda| {
            parts(lambda)[0] + parts(lambda)[1]
        })
        .function("bias²", |lambda| parts(lambda)[0])
        .function("variance", |lambda| parts(lambda)[1])
        .vertical_line("λ = 4", 4.0);
    let title = "Squared bias and variance over the ridge penalty";
    let description = "Squared bias rises with the penalty and variance falls; their sum is least \
                       at a penalty of 4.";
    Figure::new("mse_bias_variance", title, description)
        .panel(panel)
        .save()?;
    Ok(())
}

/// Derived by hand: squared bias, variance and noise.
fn parts(lambda: f64) -> [f64; 3] {
    let shrink = 5.0 / (5.0 + lambda);
    [(1.0 - shrink).powi(2), shrink * shrink * 4.0 / 5.0, 4.0]
}
