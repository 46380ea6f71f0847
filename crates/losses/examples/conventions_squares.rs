//! The mean of squares, its half and its sum all go by the name of squared error.

extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::answer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let (y, p) = (array![1.0, 8.0, 2.0, 7.0], array![2.0, 5.0, 4.0, 9.0]);
    let mse = mean(&squared_error(&p, &y)?)?;
    let mae = mean(&absolute_error(&p, &y)?)?;
    let half_log = (2.0 * std::f64::consts::PI).ln() / 2.0;
    let rows = [
        ("mse.torch", mse, "MSE"),
        ("mse.keras", mse, "MSE"),
        ("mse.sklearn", mse, "MSE"),
        ("mse.optax_squared", mse, "MSE"),
        ("mse.optax_l2", mse / 2.0, "MSE / 2"),
        ("mse.torch_sum", 4.0 * mse, "n MSE"),
        ("mse.tf_l2", 4.0 * mse / 2.0, "n MSE / 2"),
        ("mse.gaussian", mse / 2.0, "MSE / 2"),
        ("mse.gaussian_full", mse / 2.0 + half_log, "+ ln(2π) / 2"),
        ("mae.torch", mae, "MAE"),
        ("mae.pinball", mae / 2.0, "MAE / 2"),
    ];
    println!("residuals {}", &p - &y);
    println!("library call                                     value  is");
    for (name, ours, factor) in rows {
        let theirs = answer(name)?;
        println!("{theirs}  {factor}");
        assert_relative_eq!(ours, theirs.value, max_relative = 1e-12);
    }
    // ANCHOR_END: program
    Ok(())
}
