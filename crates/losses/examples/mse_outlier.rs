//! One outlier drags the mean, which squared error fits, and leaves the median alone.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!("targets              mean  median   gradients at the mean");
    for fifth in [5.0, 100.0, 1000.0] {
        let targets = array![1.0, 2.0, 3.0, 4.0, fifth];
        let (fitted, median) = (mean(&targets)?, targets[2]);

        // At the mean the gradients of the squared errors balance …
        let gradients = squared_error_gradient(&Array1::from_elem(5, fitted), &targets)?;
        assert_abs_diff_eq!(sum(&gradients), 0.0, epsilon = 1e-9);
        assert_relative_eq!(gradients[4], 2.0 * (10.0 + fifth) / 5.0 - 2.0 * fifth);
        // … and at the median those of the absolute errors do.
        let signs = absolute_error_gradient(&Array1::from_elem(5, median), &targets)?;
        assert_abs_diff_eq!(sum(&signs), 0.0);

        println!("1, 2, 3, 4, {fifth:<6} {fitted:>6.1} {median:>7.1}   {gradients:5.0}");
    }
    // ANCHOR_END: program

    let mean_loss = |prediction: f64, loss: fn(f64) -> f64| {
        [1.0, 2.0, 3.0, 4.0, 100.0]
            .map(|it| loss(prediction - it) / 5.0)
            .iter()
            .sum::<f64>()
    };
    let linear = |label: &str, start, end| Axis::linear(label, start..=end);
    let losses = Panel::new(
        linear("constant prediction", 0.0, 60.0),
        linear("RMSE or MAE, fifth target 100", 0.0, 60.0),
    )
    .function("squared error", |x| mean_loss(x, |r| r * r).sqrt())
    .function("absolute error", |x| mean_loss(x, f64::abs))
    .vertical_line("median 3", 3.0)
    .vertical_line("mean 22", 22.0);
    let fits = Panel::new(
        linear("fifth target", -100.0, 100.0),
        linear("fitted constant", -20.0, 25.0),
    )
    .function("squared error", |fifth| (10.0 + fifth) / 5.0)
    .function("absolute error", |fifth| fifth.clamp(2.0, 3.0));
    let title = "What one outlier does to the fitted constant";
    let description = "Above, RMSE and MAE over the prediction, least at 22 and at 3. Below, \
                       the fit over the fifth target: the mean rises on a line, the median \
                       stays between 2 and 3.";
    Figure::new("mse_outlier", title, description)
        .panel(losses)
        .panel(fits)
        .save()?;
    Ok(())
}
