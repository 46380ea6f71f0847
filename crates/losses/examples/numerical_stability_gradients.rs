//! A finite value may have a gradient of NaN: the branch not taken is multiplied by 0, and 0 times ∞ is NaN.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::answer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // The chain rule as automatic differentiation applies it, in f32, at 100.
    let e = 100_f32.exp();
    let branch = 1.0 / (1.0 + e) * e;
    let masked = 1.0 + 0.0 * branch;
    // The logarithm of a softmax of 0 and −200: p of the second is 0.
    let p = naive::softmax(&[0.0_f32, -200.0])[1];
    let through = p * (1.0 / p - p * (1.0 / p));
    // A norm at 0: 1 / (2 √s) times 2 x.
    let norm = naive::euclidean_distance_gradient(&[0.0_f32; 2], &[0.0; 2])[0];
    let top = f32::NEG_INFINITY;
    let row = (top - top).exp();
    let rows = [
        ("gradient.where_jax", masked, "1 + 0 × NaN"),
        ("gradient.where_torch", masked, "1 + 0 × NaN"),
        ("gradient.inner_jax", 1.0 + 0.0 * 0.5, "inner select too"),
        ("gradient.softplus", 1.0 - 1.0 / (1.0 + e), "built in"),
        ("gradient.log_of_softmax", through, "0 × ∞"),
        ("gradient.log_softmax", 1.0 - p, "1 - p"),
        ("gradient.root_torch", norm, "0 / 0"),
        ("gradient.norm_jax", norm, "0 / 0"),
        ("gradient.norm_torch", 0.0, "defined as 0"),
        ("gradient.masked_jax", row, "e^(∞ - ∞)"),
        ("gradient.masked_torch", row, "e^(∞ - ∞)"),
    ];
    print(&rows)?;
    // ANCHOR_END: program
    Ok(())
}

fn print(rows: &[(&str, f32, &str)]) -> Result<(), reference_values::NoAnswer> {
    println!("library gradient                                 value  is");
    for (name, ours, what) in rows {
        let theirs = answer(name)?;
        println!("{theirs}  {what}");
        assert_eq!(ours.is_nan(), theirs.value.is_nan(), "{name}");
        assert!(ours.is_nan() || f64::from(*ours) == theirs.value, "{name}");
    }
    Ok(())
}
