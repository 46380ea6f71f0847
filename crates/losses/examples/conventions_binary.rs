//! Logits or probabilities, label first or last, and three caps for a certain mistake.

extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::answer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // One logit of 2, p = σ(2), and the label 0; then p = 1.
    let (z, y) = (array![2.0], array![0.0]);
    let loss = binary_cross_entropy_with_logits(&z, &y)?[0];
    let swapped = softplus(&y)[0] - z[0] * y[0];
    let smoothed = binary_cross_entropy_with_logits(&z, &array![0.05])?[0];
    let rows = [
        ("bce.torch", loss, "ℓ"),
        ("bce.torch_p", loss, "ℓ"),
        ("bce.tf", loss, "ℓ"),
        ("bce.keras_p", loss, "ℓ"),
        ("bce.keras_z", loss, "ℓ"),
        ("bce.optax", loss, "ℓ"),
        ("bce.sklearn", loss, "ℓ"),
        ("bce.soft_margin", loss, "ℓ, label -1"),
        ("bce.swapped", swapped, "ℓ(0, 2) = ln 2"),
        ("smooth.binary", smoothed, "label 0.05"),
        ("clip.torch", 100.0, "ln p ≥ -100"),
        ("clip.keras", -(1.0 - (1.0 - 1e-7_f64)).ln(), "-ln 1e-7"),
        ("clip.sklearn", -f64::EPSILON.ln(), "52 ln 2"),
    ];
    print(&rows)?;
    // ANCHOR_END: program
    Ok(())
}

fn print(rows: &[(&str, f64, &str)]) -> Result<(), reference_values::NoAnswer> {
    println!("library call                                     value  is");
    for (name, ours, what) in rows {
        let theirs = answer(name)?;
        println!("{theirs}  {what}");
        // Keras on JAX takes this mean in f32.
        let digits = if theirs.library == "keras" {
            1e-7
        } else {
            1e-12
        };
        assert_relative_eq!(*ours, theirs.value, max_relative = digits);
    }
    Ok(())
}
