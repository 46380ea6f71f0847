//! Over the logit of the right class, hinge reaches zero at 1; the cross-entropies never do.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let at = |losses: Result<Array1<f64>, LossError>| losses.map_or(f64::NAN, |it| it[0]);
    let binary = |z| at(binary_cross_entropy_with_logits(&array![z], &array![1.0]));
    let categorical = |z| at(softmax_cross_entropy(&array![[z, 0.0, 0.0]], &array![0]));
    let hinge = |z| at(hinge(&array![z], &array![1.0]));

    println!("logit  binary   three classes  hinge");
    for z in [-2.0, 0.0, 1.0, 5.0] {
        let (two, three) = (binary(z), categorical(z));
        println!("{z:<6} {two:<8.4} {three:<14.4} {}", hinge(z));
        // Minus the logarithm of a share: e^z against one or two others of e^0.
        assert_relative_eq!(two, -(z.exp() / (z.exp() + 1.0)).ln(), max_relative = 1e-12);
        assert_relative_eq!(
            three,
            -(z.exp() / (z.exp() + 2.0)).ln(),
            max_relative = 1e-12
        );
        assert_relative_eq!(hinge(z), ((1.0 - z).abs() + (1.0 - z)) / 2.0);
    }
    // ANCHOR_END: program

    Figure::new(
        "comparison_classification",
        "Classification: cross-entropies and hinge over the logit or score of the right class",
        "Three falling curves over −3 to 3. Hinge is straight and 0 from 1 on. Binary \
         cross-entropy bends and stays above 0; with three classes it lies higher.",
    )
    .panel(
        Panel::new(
            Axis::linear("logit or score of the right class", -3.0..=3.0),
            Axis::linear("loss", 0.0..=5.0),
        )
        .function("binary cross-entropy", binary)
        .function("categorical, three classes", categorical)
        .function("hinge", hinge),
    )
    .save()?;
    Ok(())
}
