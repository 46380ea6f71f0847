//! One pair has four losses: the meaning of label 1 and the factor ½ differ between the paper and much code.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let (first, second) = (array![[4.0, 5.0, 6.0]], array![[1.0, 2.0, 3.0]]);
    let margin = 8.0;
    let of = |pair| contrastive(&first, &second, &array![pair], margin);
    let (similar, dissimilar) = (of(Pair::Similar)?[0], of(Pair::Dissimilar)?[0]);

    println!("squared distance 27, distance 5.196152, margin {margin}");
    println!("                          label 0     label 1");
    println!("1 = dissimilar, with ½  {similar:>9.6} {dissimilar:>11.6}  (the paper)");
    println!("1 = similar,    with ½  {dissimilar:>9.6} {similar:>11.6}");
    let (twice, twice_dissimilar) = (2.0 * similar, 2.0 * dissimilar);
    println!("1 = dissimilar, no ½    {twice:>9.6} {twice_dissimilar:>11.6}");
    println!("1 = similar,    no ½    {twice_dissimilar:>9.6} {twice:>11.6}");

    let twice_as_far = (&first * 2.0, &second * 2.0);
    let pairs = array![Pair::Dissimilar];
    let scaled = |margin| contrastive(&twice_as_far.0, &twice_as_far.1, &pairs, margin);
    let both = scaled(2.0 * margin)?[0];
    println!("\ndissimilar, embeddings and margin doubled  {both:9.6}");
    println!(
        "dissimilar, embeddings alone doubled       {:9.6}",
        scaled(margin)?[0]
    );
    // ANCHOR_END: program

    assert_relative_eq!(similar, 27.0 / 2.0);
    assert_relative_eq!(
        dissimilar,
        (8.0 - 27.0_f64.sqrt()).powi(2) / 2.0,
        max_relative = 1e-12
    );
    assert_relative_eq!(both, 4.0 * dissimilar);
    assert_eq!(scaled(margin)?[0], 0.0);
    assert_relative_eq!(27.0_f64.sqrt(), 5.196_152, max_relative = 1e-7);
    Ok(())
}
