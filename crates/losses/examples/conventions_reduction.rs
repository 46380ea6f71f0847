//! "Sum" and "root" depend on the axis that goes first.

extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::answer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Three examples with two outputs each; the targets are 0.
    let p = array![[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]];
    let squares = squared_error(&p, &Array2::zeros((3, 2)))?;
    let mut mean_of_roots = 0.0;
    for output in squares.columns() {
        mean_of_roots += mean(&output)?.sqrt() / 2.0;
    }
    let rows = [
        ("sum.torch", sum(&squares), "all elements"),
        ("sum.keras", sum(&squares) / 2.0, "sum of row means"),
        ("rmse.torch", mean(&squares)?.sqrt(), "root of the mean"),
        ("rmse.sklearn", mean_of_roots, "mean of roots"),
    ];
    println!("library call                                     value  is");
    for (name, ours, what) in rows {
        let theirs = answer(name)?;
        println!("{theirs}  {what}");
        assert_relative_eq!(ours, theirs.value, max_relative = 1e-12);
    }
    // ANCHOR_END: program
    Ok(())
}
