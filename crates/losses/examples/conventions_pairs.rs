//! Libraries pay for a pair by its cosine or by a hinge without a square.

extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::answer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let (a, p, n) = (array![[1.0, 2.0]], array![[1.5, 2.5]], array![[2.0, 1.0]]);
    // PyTorch's cosine: 1e-12 is added to each square of a norm.
    let dot = |x: &Array2<f64>, y: &Array2<f64>| (x * y).sum();
    let norm = |x: &Array2<f64>, added: f64| (dot(x, x) + added).sqrt();
    let cosine = |x, y| dot(x, y) / (norm(x, 1e-12) * norm(y, 1e-12));
    let (ua, un) = (&a / norm(&a, 0.0), &n / norm(&n, 0.0));
    let pair = contrastive(&ua, &un, &array![Pair::Dissimilar], 1.0)?[0];
    let rows = [
        ("cosine.similar", 1.0 - cosine(&a, &p), "1 - cos"),
        ("cosine.dissimilar", cosine(&a, &n), "cos - 0"),
        ("pair.pml", (2.0 * pair).sqrt(), "m - d: no square"),
        ("pair.torch", 1.0 - 0.5, "m - d: no square"),
    ];
    print(&rows)?;
    println!("the squared norms in the cosine get 1e-12");
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
