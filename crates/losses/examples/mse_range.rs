//! Squares overflow and underflow long before the residuals do.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("       largest number   square is ∞ above   square is 0 below");
    let single = f64::from(f32::MAX);
    for (name, largest, above, below) in [
        ("f16", 65504.0, 65520.0_f64.sqrt(), 2.0_f64.powf(-12.5)),
        ("f32", single, single.sqrt(), 2.0_f64.powf(-75.0)),
        ("f64", f64::MAX, f64::MAX.sqrt(), 2.0_f64.powf(-537.5)),
    ] {
        println!("{name} {largest:18.2e} {above:19.2e} {below:19.1e}");
    }
    // The largest f16 is 65504, and halfway from there to 2¹⁶ it rounds to ∞.
    assert!(255.9_f64.powi(2) < 65520.0 && 256.0_f64.powi(2) > 65520.0);
    let square = |r: f64| Ok(squared_error(&array![r], &array![0.0])?[0]);
    assert!(square(1.34e154)? < f64::INFINITY && square(1.35e154)? == f64::INFINITY);
    assert!(square(1.6e-162)? > 0.0 && square(1.5e-162)? == 0.0);
    assert!(1.84e19_f32.powi(2) < f32::INFINITY && 1.85e19_f32.powi(2) == f32::INFINITY);
    assert!(2.7e-23_f32.powi(2) > 0.0 && 2.6e-23_f32.powi(2) == 0.0);

    let (predictions, targets) = (array![3e200, -4e200], array![0.0, 0.0]);
    let rmse = mean(&squared_error(&predictions, &targets)?)?.sqrt();
    let scaled = mean(&squared_error(&(&predictions / 4e200), &targets)?)?.sqrt() * 4e200;
    println!("\nRMSE of the residuals 3e200 and −4e200:  {rmse:e}");
    println!("the same, divided by 4e200 and back:     {scaled:.4e}");
    let gradient = squared_error_gradient(&predictions, &targets)?;
    println!("gradient: {gradient:6.0e}");
    assert_relative_eq!(scaled, 5e200 / 2.0_f64.sqrt(), max_relative = 1e-12);
    // ANCHOR_END: program
    Ok(())
}
