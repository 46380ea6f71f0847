//! Collapsed embeddings cost a constant of the margin, and a mean over active triplets hides progress.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Eight pairs, trained as if all were similar, then judged with five dissimilar.
    let mut first = Array2::from_shape_fn((8, 2), |(i, j)| (i as f64 * 0.7 + j as f64).sin());
    let second = first.mapv(|it| 1.0 - it);
    let pull = Array1::from_elem(8, Pair::Similar);
    for _ in 0..200 {
        let slope = contrastive_gradient(&first, &second, &pull, 2.0)?;
        first -= &(slope * 0.2);
    }
    let pulled = mean(&contrastive(&first, &second, &pull, 2.0)?)?;
    println!("negatives forgotten      {pulled:.6}");
    let kinds = [Pair::Similar, Pair::Dissimilar];
    let pairs = Array1::from_shape_fn(8, |i| kinds[usize::from(i > 2)]);
    let all = mean(&contrastive(&first, &second, &pairs, 2.0)?)?;
    println!("all pairs, margin 2      {all:.6}");
    let c = array![[0.6, 0.8]];
    let plain = triplet(&c, &c, &c, 0.2)?[0];
    let slope = triplet_squared_gradient(&c, &c, &c, 0.2)?.anchors;
    println!("triplet, margin 0.2      {plain:.6}   gradient of squared form {slope}");
    println!("\nfarthest negative   all triplets   active ones   share active");
    for farthest in [0.5, 2.0, 10.0] {
        let far = Array2::from_shape_fn((1000, 1), |(i, _)| farthest * (i as f64 + 0.5) / 1e3);
        let near = Array2::zeros((1000, 1));
        let losses = triplet(&near, &near, &far, 0.2)?;
        let share = losses.iter().filter(|&&it| it > 0.0).count() as f64 / 1e3;
        let (of_all, of_active) = (mean(&losses)?, sum(&losses) / share / 1e3);
        println!("{farthest:17} {of_all:14.4} {of_active:13.4} {share:14.3}");
        assert_relative_eq!(of_all, 0.02 / farthest, max_relative = 1e-9);
        assert_relative_eq!(of_active, 0.1, max_relative = 1e-9);
    }
    // ANCHOR_END: program
    assert_relative_eq!(all, 2.0 * 2.0 / 2.0 * 5.0 / 8.0, max_relative = 1e-9);
    assert_eq!((plain, slope), (0.2, array![[0.0, 0.0]]));
    Ok(())
}
