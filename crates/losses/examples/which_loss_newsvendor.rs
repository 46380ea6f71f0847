//! The stock that costs least is the quantile at c_missing / (c_missing + c_surplus), neither mean nor median.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Demand is exponential with mean 100: 20,000 equally likely values.
    let shares = (Array1::<f64>::range(0.0, 20_000.0, 1.0) + 0.5) / 20_000.0;
    let demand = -100.0 * (1.0 - shares).ln();
    // A missing unit loses 3, a surplus unit 1.
    let q = 3.0 / (3.0 + 1.0);
    let pinball = |missing: f64| f64::max(q * missing, (q - 1.0) * missing);
    let losses: [(&str, &dyn Fn(f64) -> f64); 3] = [
        ("squared error", &|r| r * r),
        ("absolute error", &f64::abs),
        ("pinball", &pinball),
    ];
    println!("loss              stock   cost per day   (q = {q})");
    let mut stocks = Vec::new();
    for (name, loss) in losses {
        let mean_loss = |stock: f64| (&demand - stock).map(|&missing| loss(missing)).sum();
        let stock = minimizer(&mean_loss);
        let cost = mean(&(&demand - stock).map(|&missing| 4.0 * pinball(missing)))?;
        println!("{name:<14} {stock:8.1} {cost:14.1}");
        // The tail of an exponential by hand.
        let exact = 400.0 * (-stock / 100.0).exp() + stock - 100.0;
        assert_abs_diff_eq!(cost, exact, epsilon = 0.02);
        stocks.push(stock);
    }
    // ANCHOR_END: program
    let by_hand = [100.0, 100.0 * 2_f64.ln(), 100.0 * 4_f64.ln()];
    assert_abs_diff_eq!(stocks[..], by_hand[..], epsilon = 0.02);

    let density = |demand: f64| (-demand / 100.0).exp() / 100.0;
    let [across, up] =
        [("demand", 400.0), ("density", 0.0105)].map(|(name, end)| Axis::linear(name, 0.0..=end));
    let mut panel = Panel::new(across, up).function("density", density);
    for ((name, _), at) in losses.into_iter().zip(stocks) {
        panel = panel.line(name, [(at, 0.0), (at, 0.0105)]);
    }
    let title = "One demand, three stocks";
    let description = "A falling density with lines at median 69, mean 100, quartile 139.";
    Ok(Figure::new("which_loss_newsvendor", title, description)
        .panel(panel)
        .save()?)
}

/// The minimizer of a convex function on 0 to 400, by bisection of its slope.
fn minimizer(loss: &dyn Fn(f64) -> f64) -> f64 {
    (0..30).fold(200.0, |stock, halving| {
        let step = 100.0 / 2_f64.powi(halving);
        stock + step.copysign(loss(stock - 1e-3) - loss(stock + 1e-3))
    })
}
