//! With uncertain labels, contrastive loss turns the share of dissimilar pairs into a distance; triplet loss keeps only the majority order.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let margin = 2.0;
    println!("share   contrastive:  triplet: how much farther");
    println!("        distance      the negative is");
    for share in [0.1, 0.4, 0.6, 0.9] {
        // A pair that raters call dissimilar with this share, placed at a distance …
        let distance = minimizer(|distance| {
            let (first, second) = (array![[0.0], [0.0]], array![[distance], [distance]]);
            let pairs = array![Pair::Similar, Pair::Dissimilar];
            let losses = contrastive(&first, &second, &pairs, margin)?;
            Ok(losses.dot(&array![1.0 - share, share]))
        })?;
        // … and a triplet whose negative they take for the positive with this share.
        let farther = minimizer(|farther| {
            let [anchor, five, other] = [0.0, 5.0, 5.0 + farther].map(|x| array![[x]]);
            let right = triplet(&anchor, &five, &other, margin)?[0];
            let reversed = triplet(&anchor, &other, &five, margin)?[0];
            Ok((1.0 - share) * right + share * reversed)
        })?;
        println!("{share:<7} {distance:<13.4} {farther:.4}");
        assert_relative_eq!(distance, share * margin, max_relative = 1e-6);
        let sign = if share < 0.5 { 1.0 } else { -1.0 };
        assert_relative_eq!(farther, sign * margin, max_relative = 1e-6);
    }
    // ANCHOR_END: program
    Ok(())
}

/// Golden-section search for the minimizer of a convex function on [−4, 4].
fn minimizer(loss: impl Fn(f64) -> Result<f64, LossError>) -> Result<f64, LossError> {
    let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
    let (mut low, mut high) = (-4.0, 4.0);
    for _ in 0..80 {
        let (left, right) = (high - golden * (high - low), low + golden * (high - low));
        if loss(left)? < loss(right)? {
            high = right;
        } else {
            low = left;
        }
    }
    Ok((low + high) / 2.0)
}
