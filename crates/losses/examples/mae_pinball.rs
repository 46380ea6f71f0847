//! The pinball loss by hand, and the stock that it sets: the critical quantile of the demand.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: answer
fn pinball(forecast: f64, target: f64, q: f64) -> f64 {
    let missing = target - forecast;
    f64::max(q * missing, (q - 1.0) * missing)
}
// ANCHOR_END: answer

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let targets = array![100.0, 120.0, 90.0];
    let forecasts = array![110.0, 115.0, 95.0];
    let mut losses = forecasts.clone();
    losses.zip_mut_with(&targets, |it, &target| *it = pinball(*it, target, 0.9));
    println!("forecasts {forecasts}, targets {targets}");
    println!("pinball, q = 0.9: {losses:.1}, mean {:.1}", mean(&losses)?);
    let medians = array![102.0, 118.0, 93.0];
    let mse = mean(&squared_error(&medians, &targets)?)?;
    println!("medians {medians}: RMSE {:.6}", mse.sqrt());
    assert_abs_diff_eq!(losses, array![1.0, 4.5, 0.5], epsilon = 1e-12);
    assert_abs_diff_eq!(mse, 17.0 / 3.0, epsilon = 1e-12);

    println!("\n                              demand 1 to 99");
    println!("  q   2 too low   2 too high   stock   cost");
    for q in [0.1, 0.5, 0.75, 0.9] {
        let (low, high) = (pinball(8.0, 10.0, q), pinball(12.0, 10.0, q));
        // Demands of 1 to 99, equally likely; a unit too many costs 1 − q, one missing q.
        let cost = |stock: i32| {
            let each = (1..=99).map(|demand| match demand - stock {
                missing @ 0.. => q * f64::from(missing),
                surplus => (q - 1.0) * f64::from(surplus),
            });
            each.sum::<f64>() / 99.0
        };
        let best = (0..=100).min_by(|&a, &b| cost(a).total_cmp(&cost(b)));
        let stock = best.unwrap();
        let least = cost(stock);
        println!("{q:4.2} {low:10.1} {high:12.1} {stock:7} {least:6.3}");
        assert_eq!(f64::from(stock), (99.0 * q).ceil());
    }
    // ANCHOR_END: program

    let [x, y] = [("residual ŷ − y", -3.0..=3.0), ("pinball loss", 0.0..=3.0)]
        .map(|(label, range)| Axis::linear(label, range));
    let panel = Panel::new(x, y).function("absolute error", f64::abs);
    let panel = [0.1, 0.5, 0.9].iter().fold(panel, |panel, q| {
        panel.function(format!("q = {q}"), |r| pinball(r, 0.0, *q))
    });
    let title = "Pinball loss at three quantiles, and absolute error";
    let description = "Four Vs: q = 0.1 steep at the right, 0.9 at the left, 0.5 on both half.";
    let figure = Figure::new("mae_pinball", title, description);
    Ok(figure.panel(panel).save()?)
}
