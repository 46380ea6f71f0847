//! The same three logits cost three different sums, depending on what a function takes them for.

extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::answer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let z = array![[2.0, 1.0, 0.1]];
    let p = softmax(&z, 1.0)?;
    let loss = softmax_cross_entropy(&z, &array![0])?[0];
    let doubled = softmax_cross_entropy(&p, &array![0])?[0];
    // ε = 0.1 over K = 3 classes, or over the other K − 1 = 2.
    let all = array![[0.9 + 0.1 / 3.0, 0.1 / 3.0, 0.1 / 3.0]];
    let others = array![[0.9, 0.05, 0.05]];
    let of = |target| softmax_cross_entropy_with_probabilities(&z, target);
    let (by_k, by_others) = (of(&all)?[0], of(&others)?[0]);
    let rows = [
        ("ce.torch", loss, "ℓ"),
        ("ce.nll", loss, "ℓ"),
        ("ce.keras_p", loss, "ℓ"),
        ("ce.optax", loss, "ℓ"),
        ("ce.sklearn", loss, "ℓ"),
        ("ce.torch_p", doubled, "two softmaxes"),
        ("ce.nll_p", -p[[0, 0]], "-p: no logarithm"),
        ("smooth.torch", by_k, "ε / K"),
        ("smooth.keras", by_k, "ε / K"),
        ("smooth.optax", by_k, "ε / K"),
    ];
    print(&rows)?;
    println!("{:44}{by_others:10.6}  ε / (K - 1)", "no library here");
    assert_relative_eq!(by_others - loss, 0.05 * (1.0 + 1.9));
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
