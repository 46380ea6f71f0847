//! When a share q of raters call a pair dissimilar, the best distance is q times the margin.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let margin = 2.0;
    let pairs = array![Pair::Similar, Pair::Dissimilar];
    let expected_loss = |share: f64, d: f64| {
        let losses = contrastive(&array![[d], [d]], &array![[0.0], [0.0]], &pairs, margin);
        losses.map_or(f64::NAN, |it| it.dot(&array![1.0 - share, share]))
    };

    println!("margin {margin}");
    println!("share called dissimilar   best distance   loss there");
    for share in [0.0, 0.1, 0.5, 0.9, 1.0] {
        let loss = |d: &f64| expected_loss(share, *d);
        let best = (0..=4000)
            .map(|step| f64::from(step) / 1000.0)
            .min_by(|a, b| loss(a).total_cmp(&loss(b)))
            .unwrap_or(f64::NAN);
        println!("{share:23.1} {best:15.3} {:12.3}", loss(&best));
        assert_abs_diff_eq!(best, share * margin, epsilon = 1e-9);
        let variance = share * (1.0 - share);
        assert_abs_diff_eq!(
            loss(&best),
            margin * margin * variance / 2.0,
            epsilon = 1e-12
        );
    }
    // ANCHOR_END: program

    let best = [0.1, 0.5, 0.9].map(|share| (share * margin, expected_loss(share, share * margin)));
    let panel = Panel::new(
        Axis::linear("distance", 0.0..=3.0),
        Axis::linear("expected loss", 0.0..=2.0),
    )
    .function("one in ten says dissimilar", |d| expected_loss(0.1, d))
    .function("half say dissimilar", |d| expected_loss(0.5, d))
    .function("nine in ten say dissimilar", |d| expected_loss(0.9, d))
    .points("best distance", best)
    .vertical_line("margin", margin);
    let title = "Expected contrastive loss of a pair that raters disagree about, margin 2";
    let description = "Three curves with one minimum each, at a distance of 0.2, 1.0 and 1.8.";
    Ok(Figure::new("contrastive_estimate", title, description)
        .panel(panel)
        .save()?)
}
