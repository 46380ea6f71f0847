//! Smooth L1 is Huber over its threshold, and CVXPY's huber is twice Huber: the libraries say so.

extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::answer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let huber = huber(&array![3.0], &array![0.0], 2.0)?[0];
    let rows = [
        ("huber.torch", huber, "Huber"),
        ("huber.keras", huber, "Huber"),
        ("huber.optax", huber, "Huber"),
        ("huber.scipy", huber, "Huber"),
        ("huber.smooth", huber / 2.0, "Huber / β"),
        ("huber.cvxpy", 2.0 * huber, "2 Huber"),
    ];
    println!("residual 3, threshold 2                          value  is");
    for (name, ours, factor) in rows {
        let theirs = answer(name)?;
        println!("{theirs}  {factor}");
        assert_relative_eq!(ours, theirs.value, max_relative = 1e-12);
    }
    // ANCHOR_END: program
    Ok(())
}
