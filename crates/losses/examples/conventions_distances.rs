//! The epsilon of a distance stands in the difference, in the sum, or nowhere; the inputs are normalized or not.

extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::answer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let (a, p, n) = (array![[1.0, 2.0]], array![[1.5, 2.5]], array![[2.0, 1.0]]);
    // PyTorch: ‖x − y + ε‖. Optax: √(‖x − y‖² + ε). Both with ε = 1e-6.
    let torch = |dx: f64, dy: f64| (dx + 1e-6).hypot(dy + 1e-6);
    let optax = |dx: f64, dy: f64| (dx * dx + dy * dy + 1e-6).sqrt();
    let of = |d: &dyn Fn(f64, f64) -> f64| d(-0.5, -0.5) - d(-1.0, 1.0) + 1.0;
    let unit = |x: &Array2<f64>| x / (x * x).sum().sqrt();
    let (ua, up, un) = (unit(&a), unit(&p), unit(&n));
    // The batch has two triplets, since each of a and p may be the anchor.
    let anchored = [triplet(&ua, &up, &un, 1.0)?, triplet(&up, &ua, &un, 1.0)?];
    let rows = [
        ("distance.torch", torch(-0.5, -0.5), "‖x - y + ε‖"),
        ("distance.zero", torch(0.0, 0.0), "√2 ε"),
        ("distance.cdist", 0.0, "no ε"),
        ("triplet.torch", of(&torch), "ε in x - y"),
        ("triplet.optax", of(&optax), "ε in the sum"),
        (
            "triplet.pml",
            (anchored[0][0] + anchored[1][0]) / 2.0,
            "unit vectors",
        ),
        ("triplet.collapsed", 1.0, "the margin"),
    ];
    print(&rows)?;
    println!("ε is 1e-6");
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
