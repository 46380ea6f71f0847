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
    let mut losses = array![110.0, 115.0, 95.0];
    losses.zip_mut_with(&targets, |it, &target| *it = pinball(*it, target, 0.9));
    let mse = mean(&squared_error(&array![102.0, 118.0, 93.0], &targets)?)?;
    println!("pinball, q = 0.9: {losses:.1}, mean {:.1}", mean(&losses)?);
    println!("RMSE of the medians: {:.6}", mse.sqrt());
    assert_abs_diff_eq!(losses, array![1.0, 4.5, 0.5], epsilon = 1e-12);
    assert_abs_diff_eq!(mse, 17.0 / 3.0, epsilon = 1e-12);

    println!("\n  q   2 too low   2 too high   stock   cost of the stock");
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
        let stocks = (0..=100).min_by(|&a, &b| cost(a).total_cmp(&cost(b)));
        let stock = stocks.unwrap();
        let least = cost(stock);
        println!("{q:4.2} {low:10.1} {high:12.1} {stock:7} {least:19.3}");
        assert_eq!(f64::from(stock), (99.0 * q).ceil());
    }
    // ANCHOR_END: program

    let [x, y] = [("residual ŷ − y", -3.0..=3.0), ("pinball loss", 0.0..=3.0)]
        .map(|(label, range)| Axis::linear(label, range));
    let panel = Panel::new(x, y)
        .function("q = 0.1", |r| pinball(r, 0.0, 0.1))
        .function("q = 0.5", |r| pinball(r, 0.0, 0.5))
        .function("q = 0.9", |r| pinball(r, 0.0, 0.9))
        .function("absolute error", f64::abs);
    let title = "Pinball loss at three quantiles, and absolute error";
    let description = "Four Vs with their corner at 0: for q = 0.1 steep at the right, for 0.9 \
                       steep at the left, for 0.5 half as steep as the absolute error.";
    Figure::new("mae_pinball", title, description)
        .panel(panel)
        .save()?;
    Ok(())
}
