//! A similar pair pulls in proportion to its distance, a dissimilar one pushes by what the margin lacks, a triplet pulls by 1.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Everything lies on one line: the anchor at 0, its partner at the distance.
    let distances = array![0.01, 0.5, 1.0, 10.0, 100.0];
    let partners = distances.clone().insert_axis(Axis(1));
    let (anchors, negatives) = (Array2::zeros((5, 1)), Array2::from_elem((5, 1), -1.5));
    let all = |pair| Array1::from_elem(5, pair);
    let margin = 1.0;

    let similar = contrastive_gradient(&partners, &anchors, &all(Pair::Similar), margin)?;
    let dissimilar = contrastive_gradient(&partners, &anchors, &all(Pair::Dissimilar), margin)?;
    let plain = triplet_gradient(&anchors, &partners, &negatives, margin)?.positives;
    let squared = triplet_squared_gradient(&anchors, &partners, &negatives, margin)?.positives;

    println!("gradient at a distance of     0.01    0.50    1.00   10.00  100.00");
    report("contrastive, similar", &similar, |d| d);
    report("contrastive, dissimilar", &dissimilar, |d| {
        (d - 1.0).min(0.0)
    });
    report("triplet", &plain, |d| if d > 0.5 { 1.0 } else { 0.0 });
    report("triplet, squared distances", &squared, |d| {
        if d * d > 1.25 { 2.0 * d } else { 0.0 }
    });
    // ANCHOR_END: program
    Ok(())
}

/// Prints the gradients, after comparing them with the formula worked by hand.
fn report(name: &str, gradients: &ArrayRef2<f64>, by_hand: fn(f64) -> f64) {
    let gradients = gradients.column(0);
    let expected = array![0.01, 0.5, 1.0, 10.0, 100.0].mapv(by_hand);
    assert_relative_eq!(gradients, expected, max_relative = 1e-12);
    print!("{name:<27}");
    for gradient in gradients {
        print!(" {gradient:>7.2}");
    }
    println!();
}
