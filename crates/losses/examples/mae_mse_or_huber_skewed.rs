//! Waiting times without a single fault: each loss forecasts another number, and each wins under its own score.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

type Gradient = fn(&ArrayRef1<f64>, &ArrayRef1<f64>) -> Result<Array1<f64>, LossError>;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // 10,000 waiting times, exponential with the mean 1: their quantiles.
    let y = Array1::from_shape_fn(10_000, |i| -(1.0 - (i as f64 + 0.5) / 1e4).ln());
    // The constant at which the gradient is zero, by bisection.
    let fit = |gradient: Gradient, y: &Array1<f64>| {
        (0..50).fold([-10.0, 10.0], |[low, high], _| {
            let c = (low + high) / 2.0;
            let slope = gradient(&Array1::from_elem(y.len(), c), y).map_or(0.0, |it| it.sum());
            if slope > 0.0 { [low, c] } else { [c, high] }
        })[0]
    };
    let logs = y.mapv(f64::ln);
    // By hand; Huber balances where E min(y, c + 1) = 1 − exp(−c − 1) is c.
    let median = 2.0_f64.ln();
    let huber: Gradient = |c, y| huber_gradient(c, y, 1.0);
    let [square, absolute]: [Gradient; 2] = [squared_error_gradient, absolute_error_gradient];
    let fits = [
        ("squared error", fit(square, &y), 1.0),
        ("absolute error", fit(absolute, &y), median),
        ("Huber, δ = 1", fit(huber, &y), 0.841_406),
        ("squared error of logs", fit(square, &logs).exp(), 0.561_459),
        ("absolute error of logs", fit(absolute, &logs).exp(), median),
    ];
    println!("loss                     forecast     MAE    RMSE   1000 waits");
    for (name, forecast, by_hand) in fits {
        let mae = (&y - forecast).mapv(f64::abs).sum() / 1e4;
        let rmse = ((&y - forecast).mapv(|r| r * r).sum() / 1e4).sqrt();
        let total = 1e3 * forecast;
        println!("{name:<23} {forecast:9.4} {mae:7.4} {rmse:7.4} {total:12.1}");
        assert_abs_diff_eq!(forecast, by_hand, epsilon = 2e-4);
    }
    // ANCHOR_END: program
    let x = Axis::linear("waiting time", 0.0..=4.0);
    let mut panel = Panel::new(x, Axis::linear("density", 0.0..=1.0)).function("", |y| (-y).exp());
    for (name, (_, at, _)) in ["MSE", "MAE", "Huber"].into_iter().zip(fits) {
        panel = panel.line(name, [(at, 0.0), (at, 1.0)]);
    }
    let text = "A falling exponential curve. Three vertical lines at 0.69, 0.84 and 1.";
    let title = "Three forecasts of a skewed target";
    let figure = Figure::new("mae_mse_or_huber_skewed", title, text);
    Ok(figure.panel(panel).save()?)
}
