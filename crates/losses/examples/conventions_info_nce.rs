//! The denominator of InfoNCE has the positive in it; without it the loss is another one and may be negative.

extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::answer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Cosines of four pairs, at the temperature 0.5.
    let cosines = array![
        [0.9, 0.1, 0.0, -0.2],
        [0.2, 0.8, 0.1, 0.0],
        [0.0, 0.3, 0.7, 0.1],
        [-0.1, 0.0, 0.2, 0.6]
    ];
    let logits = &cosines / 0.5;
    let with = mean(&softmax_cross_entropy(&logits, &array![0, 1, 2, 3])?)?;
    let mut masked = logits.clone();
    masked.diag_mut().fill(f64::NEG_INFINITY);
    let without = mean(&(log_sum_exp(&masked)? - logits.diag()))?;
    // Four views, each with one positive and two negatives.
    let views = array![[1.0, 0.0], [0.0, 1.0], [0.8, 0.6], [-0.6, 0.8]];
    let mut logits = views.dot(&views.t()) / 0.5;
    logits.diag_mut().fill(f64::NEG_INFINITY);
    let of_views = mean(&softmax_cross_entropy(&logits, &array![2, 3, 0, 1])?)?;
    println!("library call                                     value  is");
    for (name, ours, what) in [
        ("nce.torch", with, "over N = 4"),
        ("ntxent.pml", of_views, "over 2 N - 1 = 3"),
        ("ntxent.optax", of_views, "over 2 N - 1 = 3"),
    ] {
        println!("{}  {what}", answer(name)?);
        assert_relative_eq!(ours, answer(name)?.value, max_relative = 1e-7);
    }
    println!("{:44}{without:10.6}  over N - 1 = 3", "no library here");
    // ANCHOR_END: program
    // e^with = 1 + e^without holds for each row, not for the mean.
    let rows = softmax_cross_entropy(&(&cosines / 0.5), &array![0, 1, 2, 3])?;
    assert_relative_eq!(
        mean(&rows.mapv(|it| it.exp_m1().ln()))?,
        without,
        max_relative = 1e-12
    );
    Ok(())
}
