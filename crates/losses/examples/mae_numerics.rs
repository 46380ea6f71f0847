//! Absolute error stays in range where squares do not; zero, NaN and long sums still need care.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let (predictions, targets) = (array![3e200, 0.0], array![0.0, 4e200]);
    let mae = mean(&absolute_error(&predictions, &targets)?)?;
    let mse = mean(&squared_error(&predictions, &targets)?)?;
    println!("residuals 3e200 and −4e200: MAE {mae:e}, MSE {mse}");
    assert_relative_eq!(mae, 3.5e200, max_relative = 1e-15);
    assert_eq!(mse, f64::INFINITY);

    let at_zero = absolute_error_gradient(&array![0.0, -0.0], &array![0.0, 0.0])?;
    println!(
        "subgradient at zero {at_zero}; signum {} and {}",
        0f64.signum(),
        (-0f64).signum()
    );
    assert_eq!(at_zero, array![0.0, 0.0]);

    let missing = absolute_error(&array![1.0, f64::NAN], &array![0.0, 0.0])?;
    println!("with a NaN: losses {missing}, mean {}", mean(&missing)?);
    println!("f64::max skips it: {}", f64::max(0.9 * f64::NAN, -0.1));
    assert!(mean(&missing)?.is_nan());

    let residual = 0.1f32;
    let one_by_one = (0..10_000_000).fold(0.0f32, |sum, _| sum + residual) / 1e7;
    let wide = (0..10_000_000).fold(0.0, |sum, _| sum + f64::from(residual)) / 1e7;
    println!("mean of ten million 0.1: {one_by_one:.4} in f32, {wide:.4} in f64");
    assert_abs_diff_eq!(wide, 0.1, epsilon = 1e-8);
    assert!((one_by_one - 0.1).abs() > 0.005);
    // ANCHOR_END: program
    Ok(())
}
