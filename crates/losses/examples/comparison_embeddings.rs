//! Over the distance, a similar pair never rests, a dissimilar one rests beyond the margin, a triplet rests once its order holds.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let at = |losses: Result<Array1<f64>, LossError>| losses.map_or(f64::NAN, |it| it[0]);
    let (anchor, negative) = (array![[0.0]], array![[-1.5]]);
    let pair = |d, pair| at(contrastive(&anchor, &array![[d]], &array![pair], 1.0));
    let (similar, dissimilar) = (|d| pair(d, Pair::Similar), |d| pair(d, Pair::Dissimilar));
    let triplet = |d| at(triplet(&anchor, &array![[d]], &negative, 1.0));

    println!("distance  similar  dissimilar  triplet, negative at 1.5");
    for d in [0.0, 0.5, 1.0, 2.0] {
        println!(
            "{d:<9} {:<8} {:<11} {}",
            similar(d),
            dissimilar(d),
            triplet(d)
        );
        // The area under the pull: it grows with d, or with what 1 − d lacks, or is 1.
        let (lacks, beyond) = (f64::max(1.0 - d, 0.0), f64::max(d - 0.5, 0.0));
        assert_relative_eq!(similar(d), d * d / 2.0);
        assert_relative_eq!(dissimilar(d), lacks * lacks / 2.0);
        assert_relative_eq!(triplet(d), beyond);
    }
    // ANCHOR_END: program

    Figure::new(
        "comparison_embeddings",
        "Embeddings: contrastive and triplet loss over the distance, margin 1",
        "Three curves over the distance from 0 to 2. The similar pair is a rising parabola, the \
         dissimilar one falls to 0 at 1; the triplet is 0 up to 0.5 and then rises straight.",
    )
    .panel(
        Panel::new(
            Axis::linear("distance", 0.0..=2.0),
            Axis::linear("loss", 0.0..=2.0),
        )
        .function("contrastive, similar", similar)
        .function("contrastive, dissimilar", dissimilar)
        .function("triplet, negative at 1.5", triplet),
    )
    .save()?;
    Ok(())
}
