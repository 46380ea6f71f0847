//! A column minus a row is a matrix, whose mean square is least where all predictions are the mean.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let targets = array![1.0, 2.0, 4.0, 9.0];
    let broadcast = |predictions: &Array1<f64>| {
        let column = predictions.view().insert_axis(Axis(1)); // shape (4, 1)
        mean(&(&column - &targets).pow2()) // shape (4, 4)
    };
    println!("predictions                    right loss   after broadcasting");
    let constant = Array1::from_elem(4, mean(&targets)?);
    for predictions in [&targets, &constant] {
        let right = mean(&squared_error(predictions, &targets)?)?;
        let wrong = broadcast(predictions)?;
        println!("{predictions:7.1} {right:14.2} {wrong:20.2}");

        // By hand: the spread of the predictions around 4, plus the variance.
        let spread = mean(&squared_error(predictions, &constant)?)?;
        assert_relative_eq!(wrong, spread + (9.0 + 4.0 + 0.0 + 25.0) / 4.0);
    }

    // Gradient descent on the wrong loss, from the right answers.
    let mut predictions = targets.clone();
    for _ in 0..200 {
        let column = predictions.view().insert_axis(Axis(1));
        let gradient = 2.0 / 16.0 * (&column - &targets).sum_axis(Axis(1));
        predictions -= &(0.5 * gradient);
    }
    println!("{predictions:7.1}  is where descent on it ends");
    assert_abs_diff_eq!(predictions, constant, epsilon = 1e-9);

    let column = targets.view().insert_axis(Axis(1)).into_dyn();
    let refusal = squared_error(&column, &targets.view().into_dyn()).unwrap_err();
    println!("{refusal}");
    // ANCHOR_END: program
    Ok(())
}
