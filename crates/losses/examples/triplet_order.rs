//! With noisy triplets the hinge learns the majority order at the distance of the margin, softplus the log-odds.

extern crate figures;
extern crate losses;

use figures::{Axis as Scale, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let soft = |violation: f64| softplus(&array![violation])[0];
    let hinge = |violation: f64| f64::max(0.0, violation + 1.0);
    // The best gap if a share of the triplets is reversed.
    let best = |loss: &dyn Fn(f64) -> f64, share: f64| {
        minimizer(|gap| (1.0 - share) * loss(-gap) + share * loss(gap))
    };
    println!("share reversed  hinge, margin 1  softplus");
    for share in [0.05, 0.2, 0.4, 0.6, 0.9] {
        let (hard, smooth) = (best(&hinge, share), best(&soft, share));
        println!("{share:<15} {hard:15.4}  {smooth:8.4}");
        assert_relative_eq!(hard, f64::signum(0.5 - share), epsilon = 1e-6);
        assert_relative_eq!(smooth, ((1.0 - share) / share).ln(), epsilon = 1e-6);
    }
    println!("order holds by  hinge  softplus  its pull");
    for gap in [0.0, 1.0, 2.0, 4.0] {
        let pull = sigmoid(&array![-gap])[0];
        let (hard, smooth) = (hinge(-gap), soft(-gap));
        println!("{gap:<15} {hard:<6} {smooth:.4}    {pull:.4}");
        let difference = (soft(1e-6 - gap) - soft(-1e-6 - gap)) / 2e-6;
        assert_relative_eq!(pull, difference, epsilon = 1e-8);
    }
    // ANCHOR_END: program
    let share = Scale::linear("share reversed", 0.0..=1.0);
    let step = [(0.0, 1.0), (0.5, 1.0), (0.5, -1.0), (1.0, -1.0)];
    let shares = (2..=98).map(|i| f64::from(i) / 100.0);
    let panel = Panel::new(share, Scale::linear("gap", -4.0..=4.0))
        .line("hinge, margin 1", step)
        .line("softplus", shares.map(|it| (it, best(&soft, it))));
    let about = "The hinge steps from 1 to −1 at one half; softplus falls along the log-odds.";
    let figure = Figure::new("triplet_order", "The best gap of noisy triplets", about);
    Ok(figure.panel(panel).save()?)
}

/// Golden-section search on [−6, 6].
fn minimizer(loss: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (-6.0, 6.0);
    for _ in 0..60 {
        let step = (high - low) * 0.618_033_988_749_895;
        match loss(high - step) < loss(low + step) {
            true => high = low + step,
            false => low = high - step,
        }
    }
    f64::midpoint(low, high)
}
