//! The mean of the means of unequal micro-batches is not the mean, in value and in gradient.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // One weight, predictions w x; micro-batches of four, four and one example.
    let x = array![1.0, 2.0, -1.0, 0.5, 3.0, -2.0, 1.5, 1.0, 6.0];
    let y = array![1.0, 1.0, 0.0, 1.0, 2.0, -1.0, 1.0, 0.0, -3.0];
    let slopes = squared_error_gradient(&(&x * 0.5), &y)? * &x;
    let parts = [0..4, 4..8, 8..9].map(|it| slopes.slice_axis(Axis(0), Slice::from(it)));
    let full = mean(&slopes)?;
    let of_means: f64 = parts
        .iter()
        .map(|it| it.sum() / it.len() as f64 / 3.0)
        .sum();
    let undivided: f64 = parts.iter().map(|it| it.sum() / it.len() as f64).sum();
    let of_sums: f64 = parts.iter().map(|it| it.sum()).sum::<f64>() / 9.0;
    println!("gradient of the whole batch   {full:8.4}");
    println!("mean of the three means       {of_means:8.4}");
    println!("sum of the three means        {undivided:8.4}");
    println!("sum of sums, divided by nine  {of_sums:8.4}");
    // ANCHOR_END: program
    let loss = |w: f64| mean(&squared_error(&(&x * w), &y)?);
    assert_abs_diff_eq!(
        full,
        (loss(0.5 + 1e-5)? - loss(0.5 - 1e-5)?) / 2e-5,
        epsilon = 1e-8
    );
    assert_abs_diff_eq!(full, of_sums, epsilon = 1e-12);
    Ok(())
}
