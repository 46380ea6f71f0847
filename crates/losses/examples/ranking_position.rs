//! Clicks are examination times relevance: weighting by the examined share removes the bias of the place, and pays in variance.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut bars = [vec![], vec![], vec![]];
    // ANCHOR: program
    // P(examined) by place, and for each item its relevance and where it was shown.
    let examined = [1.0, 0.5, 0.2];
    let items = [(0.30, [0.9, 0.1, 0.0]), (0.40, [0.1, 0.4, 0.5])];
    println!("relevance   clicks per view   weighted   deviation of a weighted view");
    for (relevance, shown) in items {
        let (mut plain, mut weighted) = (0.0, 0.0);
        for _ in 0..4_000 {
            let (mut a, mut b) = (0.0, 0.0);
            for (place, share) in shown.iter().enumerate() {
                let chance = examined[place] * relevance;
                a += share * slope(plain, chance)?;
                // Weighted: the label is 1/θ for a click and 0 without one.
                b += share * slope(weighted, chance / examined[place])?;
            }
            (plain, weighted) = (plain - 4.0 * a, weighted - 4.0 * b);
        }
        let second: f64 = (0..3).map(|it| shown[it] * relevance / examined[it]).sum();
        let spread = (second - relevance * relevance).sqrt();
        let learned = [plain, weighted].map(|it: f64| 1.0 / (1.0 + (-it).exp()));
        let [clicks, corrected] = learned;
        println!("{relevance:9.2} {clicks:17.4} {corrected:10.4} {spread:30.4}");
        // ANCHOR_END: program
        let seen: f64 = (0..3).map(|it| shown[it] * examined[it]).sum();
        assert_relative_eq!(clicks, seen * relevance, max_relative = 1e-6);
        assert_relative_eq!(corrected, relevance, max_relative = 1e-6);
        let view = |theta: f64| {
            let (p, r) = (theta * relevance, relevance);
            p * (1.0 / theta - r).powi(2) + (1.0 - p) * r * r
        };
        let variance: f64 = (0..3).map(|it| shown[it] * view(examined[it])).sum();
        assert_relative_eq!(spread * spread, variance, max_relative = 1e-9);
        let heights = [relevance, clicks, corrected];
        (0..3).for_each(|it| bars[it].push(heights[it]));
    }
    let [relevance, clicks, corrected] = bars;
    let x = Axis::categories("item", ["shown at the top", "shown below"]);
    let panel = Panel::new(x, Axis::linear("probability", 0.0..=0.5))
        .bars("relevance", relevance)
        .bars("clicks", clicks)
        .bars("weighted clicks", corrected);
    let text = "Clicks favor the item shown at the top; weighted clicks give the relevance back.";
    let figure = Figure::new("ranking_position", "Clicks depend on the place", text);
    Ok(figure.panel(panel).save()?)
}

/// Mean slope of binary cross-entropy when the label has this mean: it is linear in the label.
fn slope(logit: f64, mean_label: f64) -> Result<f64, LossError> {
    Ok(binary_cross_entropy_with_logits_gradient(&array![logit], &array![mean_label])?[0])
}
