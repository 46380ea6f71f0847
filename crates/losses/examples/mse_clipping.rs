//! Clipping the batch gradient keeps the minimizer; clipping each example's makes it that of Huber.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let targets = array![1.0, 2.0, 3.0, 4.0, 100.0];
    let gradients =
        |constant: f64| squared_error_gradient(&Array1::from_elem(5, constant), &targets);

    let nothing = descend(|constant| mean(&gradients(constant)?))?;
    let batch = descend(|constant| Ok(mean(&gradients(constant)?)?.clamp(-2.0, 2.0)))?;
    let each = descend(|constant| mean(&gradients(constant)?.mapv(|it| it.clamp(-2.0, 2.0))))?;
    println!("nothing clipped                  {nothing:8.4}");
    println!("the mean gradient clipped        {batch:8.4}");
    println!("each example's gradient clipped  {each:8.4}");
    assert_abs_diff_eq!(nothing, 22.0, epsilon = 1e-6);
    assert_abs_diff_eq!(batch, 22.0, epsilon = 1e-6);
    // (c − 1), (c − 2) and so on, clipped at 1, balance at 3: 1 + 1 + 0 − 1 − 1.
    assert_abs_diff_eq!(each, 3.0, epsilon = 1e-6);

    for constant in [0.0, 3.5, 22.0, 200.0] {
        let clipped = gradients(constant)?.mapv(|it| it.clamp(-2.0, 2.0));
        let huber = huber_gradient(&Array1::from_elem(5, constant), &targets, 1.0)?;
        assert_eq!(clipped, 2.0 * huber);
    }
    // ANCHOR_END: program
    Ok(())
}

fn descend(gradient: impl Fn(f64) -> Result<f64, LossError>) -> Result<f64, LossError> {
    let mut constant = 0.0;
    for _ in 0..1000 {
        constant -= 0.1 * gradient(constant)?;
    }
    Ok(constant)
}
