//! A softmax of cosines needs a scale, and a margin adds the scale times its sine to the loss of the first step.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let classes: usize = 10_000;
    // Cosine to the own class, to all others, and what the margin makes of the own.
    let loss = |own: f64, other: f64, scale: f64, margin: f64| {
        let mut row = Array2::from_elem((1, classes), scale * other);
        row[[0, 0]] = scale * (own.acos() + margin).cos();
        softmax_cross_entropy(&row, &array![0]).map(|it| it[0])
    };
    println!("{classes} identities");
    println!("scale   margin   at the start   best possible");
    for (scale, margin) in [(1.0, 0.0), (16.0, 0.0), (64.0, 0.0), (64.0, 0.5)] {
        // At the start all angles are right; at best the own one is 0 and the
        // others are as far as so many classes can be.
        let start = loss(0.0, 0.0, scale, margin)?;
        let best = loss(1.0, -1.0 / (classes as f64 - 1.0), scale, margin)?;
        println!("{scale:5.0} {margin:8.1} {start:14.4} {best:15.6}");
        // ANCHOR_END: program
        let others = classes as f64 - 1.0;
        let by_hand = (others * (scale * f64::sin(margin)).exp()).ln_1p();
        assert_relative_eq!(start, by_hand, max_relative = 1e-9);
        let gap = scale * (f64::cos(margin) + 1.0 / others);
        let by_hand = (others * (-gap).exp()).ln_1p();
        assert_relative_eq!(best, by_hand, max_relative = 1e-3, epsilon = 1e-12);
    }
    // A lead of 2 ln K over the scale leaves less than 1/K, without a margin.
    let count = classes as f64;
    let lead = 2.0 * count.ln() / 64.0;
    assert!(loss(0.3, 0.3 - lead, 64.0, 0.0)? < 1.0 / count);
    assert!(loss(0.3, 0.3 - lead / 2.0, 64.0, 0.0)? > 0.5);
    Ok(())
}
