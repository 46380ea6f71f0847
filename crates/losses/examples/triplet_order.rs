//! With noisy triplets the hinge learns the majority order at the distance of the margin, softplus the log-odds.

extern crate figures;
extern crate losses;

use figures::{Axis as Scale, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // By how much farther the negative goes, if a share of the triplets is reversed.
    let hinge_gap = |share: f64| {
        minimizer(|gap| (1.0 - share) * f64::max(0.0, 1.0 - gap) + share * f64::max(0.0, 1.0 + gap))
    };
    let soft = |violation: f64| softplus(&array![violation])[0];
    let soft_gap = |share: f64| minimizer(|gap| (1.0 - share) * soft(-gap) + share * soft(gap));

    println!("share reversed  hinge, margin 1  softplus");
    for share in [0.05, 0.2, 0.4, 0.6, 0.9] {
        println!(
            "{share:<15} {:15.4}  {:8.4}",
            hinge_gap(share),
            soft_gap(share)
        );
        let log_odds = ((1.0 - share) / share).ln();
        assert_relative_eq!(hinge_gap(share), f64::signum(0.5 - share), epsilon = 1e-6);
        assert_relative_eq!(soft_gap(share), log_odds, epsilon = 1e-6);
    }
    // What is left of the loss and of the pull once the order holds by 0, 1, 2, 4.
    println!("order holds by  hinge  softplus  pull of softplus");
    for gap in [0.0, 1.0, 2.0, 4.0] {
        let (hinge, pull) = (f64::max(0.0, 1.0 - gap), sigmoid(&array![-gap])[0]);
        println!("{gap:<15} {hinge:<6} {:.4}    {pull:.4}", soft(-gap));
        assert_relative_eq!(
            pull,
            (soft(1e-6 - gap) - soft(-1e-6 - gap)) / 2e-6,
            epsilon = 1e-8
        );
    }
    // ANCHOR_END: program

    Figure::new(
        "triplet_order",
        "The best gap between the distances, over the share of reversed triplets",
        "The hinge is a step from 1 to −1 at one half. Softplus falls smoothly along the log-odds through 0 at one half.",
    )
    .panel(
        Panel::new(
            Scale::linear("share of triplets that are reversed", 0.0..=1.0),
            Scale::linear("negative farther by", -4.0..=4.0),
        )
        .line("hinge, margin 1", [(0.0, 1.0), (0.5, 1.0), (0.5, -1.0), (1.0, -1.0)])
        .line("softplus", (2..=98).map(|i| f64::from(i) / 100.0).map(|it| (it, soft_gap(it)))),
    )
    .save()?;
    Ok(())
}

/// Golden-section search on [−6, 6].
fn minimizer(loss: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (-6.0, 6.0);
    for _ in 0..60 {
        let step = (high - low) * 0.618_033_988_749_895;
        if loss(high - step) < loss(low + step) {
            high = low + step;
        } else {
            low = high - step;
        }
    }
    f64::midpoint(low, high)
}
