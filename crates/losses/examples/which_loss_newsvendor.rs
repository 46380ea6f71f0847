//! The stock that costs least is the quantile at c_missing / (c_missing + c_surplus), neither mean nor median.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // A missing unit loses 3, a surplus unit 1; demand is exponential with mean 100.
    let (missing, surplus) = (3.0, 1.0);
    let q = missing / (missing + surplus);
    let shares = (0..20_000).map(|i| (f64::from(i) + 0.5) / 20_000.0);
    let demands: Vec<f64> = shares.map(|share: f64| -100.0 * (-share).ln_1p()).collect();
    let pinball = |stock: f64, demand: f64, q: f64| {
        f64::max(q * (demand - stock), (1.0 - q) * (stock - demand))
    };
    let mean_of = |loss: &dyn Fn(f64) -> f64| {
        demands.iter().map(|&demand| loss(demand)).sum::<f64>() / demands.len() as f64
    };
    let cost = |stock: f64| 4.0 * mean_of(&|demand| pinball(stock, demand, q));
    println!("loss                stock    cost per day   (quantile {q})");
    for (name, stock, by_hand) in [
        ("squared error", best(&|s| mean_of(&|d| (s - d).powi(2))), 100.0),
        ("absolute error", best(&|s| mean_of(&|d| (s - d).abs())), 100.0 * 2_f64.ln()),
        ("pinball", best(&|s| mean_of(&|d| pinball(s, d, q))), 100.0 * 4_f64.ln()),
    ] {
        println!("{name:<16} {stock:8.1} {:15.1}", cost(stock));
        assert!((stock - by_hand).abs() < 0.02);
        // The tail of the exponential: 400 e^(−s/100) + s − 100.
        let exact = 400.0 * (-stock / 100.0).exp() + stock - 100.0;
        assert!((cost(stock) - exact).abs() < 0.02);
    }
    // ANCHOR_END: program

    let density = |demand: f64| (-demand / 100.0).exp() / 100.0;
    Figure::new(
        "which_loss_newsvendor",
        "One distribution, three predictions",
        "A density that falls from 0 to 400, with the median at 69, the mean at 100 and the \
         upper quartile at 139.",
    )
    .panel(
        Panel::new(Axis::linear("demand", 0.0..=400.0), Axis::linear("density", 0.0..=0.0105))
            .function("density", density)
            .annotate("median: absolute error", (69.3, density(69.3)))
            .annotate("mean: squared error", (100.0, density(100.0)))
            .annotate("3/4 quantile: pinball", (138.6, density(138.6))),
    )
    .save()?;
    Ok(())
}

/// The minimizer of a convex function on 0 to 400, by thirds.
fn best(loss: &dyn Fn(f64) -> f64) -> f64 {
    let (low, high) = (0..40).fold((0.0, 400.0), |(low, high), _| {
        let (left, right) = ((2.0 * low + high) / 3.0, (low + 2.0 * high) / 3.0);
        if loss(left) < loss(right) { (low, right) } else { (left, high) }
    });
    (low + high) / 2.0
}
