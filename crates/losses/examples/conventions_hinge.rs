//! Hinge labels are 0 and 1 for some, −1 and 1 for others, and one library checks nothing.

extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::answer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let scores = array![0.5, 2.0];
    let loss = mean(&hinge(&scores, &array![1.0, -1.0])?)?;
    // The formula with a label 0: its margin is 0 and its loss 1.
    let with_zero = (0.5 + 1.0) / 2.0;
    // HingeEmbeddingLoss: x for the label 1, max(0, 1 − x) for −1.
    let embedding = (0.5 + 0.0) / 2.0;
    // Three scores, the class is the first; the best rival has −0.5.
    let rival = hinge(&array![-1.0 - -0.5], &array![1.0])?[0];
    let rows = [
        ("hinge.sklearn", loss, "ℓ"),
        ("hinge.sklearn_01", loss, "ℓ: recoded"),
        ("hinge.keras", loss, "ℓ"),
        ("hinge.keras_01", loss, "ℓ: recoded"),
        ("hinge.optax", loss, "ℓ"),
        ("hinge.optax_01", with_zero, "1 for a label 0"),
        ("hinge.ranking", loss, "ℓ"),
        ("hinge.embedding", embedding, "another loss"),
        ("multi.sklearn", rival, "worst rival"),
        ("multi.optax", rival, "worst rival"),
        ("multi.torch", rival / 3.0, "Σ rivals / K"),
        ("multi.keras", rival + 0.5, "rival at least 0"),
    ];
    print(&rows)?;
    println!("several classes: scores -1, -0.5 and -3, the class is the first");
    // ANCHOR_END: program
    Ok(())
}

fn print(rows: &[(&str, f64, &str)]) -> Result<(), reference_values::NoAnswer> {
    println!("library call                                     value  is");
    for (name, ours, what) in rows {
        let theirs = answer(name)?;
        println!("{theirs}  {what}");
        assert_relative_eq!(*ours, theirs.value, max_relative = 1e-12);
    }
    Ok(())
}
