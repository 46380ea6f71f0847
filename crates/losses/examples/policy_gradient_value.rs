//! A critic has to learn a mean: a robust loss on skewed returns learns something else.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // A state whose return is 10 in one case of ten, and 0 otherwise.
    let returns = array![0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 10.0];
    type Slope<'a> = dyn Fn(&Array1<f64>) -> Result<Array1<f64>, LossError> + 'a;
    let fit = |slope: &Slope| {
        (0..20_000).try_fold(0.5, |value: f64, _| {
            Ok::<_, LossError>(value - 0.005 * mean(&slope(&Array1::from_elem(10, value))?)?)
        })
    };
    let by_square = fit(&|values| squared_error_gradient(values, &returns))?;
    let by_huber = fit(&|values| huber_gradient(values, &returns, 1.0))?;
    let by_absolute = fit(&|values| absolute_error_gradient(values, &returns))?;
    println!("loss of the critic   learned value");
    println!("squared error {by_square:20.4}");
    println!("Huber, δ = 1 {by_huber:21.4}");
    // Its steps do not shrink: it jumps to and fro over 0.
    println!("absolute error {:19.2}", by_absolute.abs());
    println!("expected return {:18.4}", mean(&returns)?);
    // ANCHOR_END: program
    assert_relative_eq!(by_square, 1.0, max_relative = 1e-6);
    // Nine residuals v balance one that is clipped to 1.
    assert_relative_eq!(by_huber, 1.0 / 9.0, max_relative = 1e-6);
    assert_abs_diff_eq!(by_absolute, 0.0, epsilon = 0.01);
    Ok(())
}
