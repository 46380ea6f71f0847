//! A regression without its input learns one constant: the mean or the median.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let targets = array![1.0, 2.0, 2.0, 3.0, 12.0];
    let (mut squared, mut absolute) = (array![0.0], array![0.0]);
    for step in 1..=20_000 {
        let (s, a) = (&squared + &(&targets * 0.0), &absolute + &(&targets * 0.0));
        squared -= 0.1 * mean(&squared_error_gradient(&s, &targets)?)?;
        absolute -= mean(&absolute_error_gradient(&a, &targets)?)? / f64::from(step);
    }
    let constant = |c: f64| Array1::from_elem(targets.len(), c);
    let mse = mean(&squared_error(&constant(squared[0]), &targets)?)?;
    let mae = mean(&absolute_error(&constant(absolute[0]), &targets)?)?;
    println!("loss   learned constant   plateau   closed form");
    println!(
        "MSE {:18.4} {mse:9.4}   variance {:.4}",
        squared[0],
        targets.var(0.0)
    );
    println!(
        "MAE {:18.4} {mae:9.4}   mean distance from the median",
        absolute[0]
    );

    let share = 1.0 - mse / targets.var(0.0);
    let standardized = (&targets - targets.mean().unwrap_or(f64::NAN)) / targets.std(0.0);
    let plateau = mean(&squared_error(&Array1::zeros(5), &standardized)?)?;
    println!("R squared at the plateau {:.4}", share.abs());
    println!("plateau of MSE on standardized targets {plateau:.4}");
    // ANCHOR_END: program

    // By hand: mean 20 / 5, squares 9 + 4 + 4 + 1 + 64; median 2, distances 1 + 0 + 0 + 1 + 10.
    assert_relative_eq!(squared[0], 4.0, max_relative = 1e-9);
    assert_relative_eq!(mse, 82.0 / 5.0, max_relative = 1e-9);
    assert_relative_eq!(absolute[0], 2.0, epsilon = 1e-4);
    assert_relative_eq!(mae, 12.0 / 5.0, epsilon = 1e-4);
    assert_relative_eq!(plateau, 1.0, max_relative = 1e-12);
    Ok(())
}
