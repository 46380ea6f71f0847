//! A weighted mean is divided by the weights or by the number of examples, and the libraries disagree.

extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::answer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let z = array![[2.0, 1.0, 0.1], [0.5, 2.5, 0.0], [1.0, 0.0, 3.0]];
    let losses = softmax_cross_entropy(&z, &array![0, 1, 0])?;
    // Class weights 1, 2 and 5, so that the three examples weigh 1, 2 and 1.
    let weighted = 1.0 * losses[0] + 2.0 * losses[1] + 1.0 * losses[2];
    let binary = binary_cross_entropy_with_logits(&array![-1.0, 0.5], &array![1.0, 0.0])?;
    let positive = 3.0 * binary[0] + binary[1];
    let rows = [
        ("weight.torch", weighted / 4.0, "/ Σ w"),
        ("weight.torch_soft", weighted / 3.0, "/ n"),
        ("weight.keras", weighted / 3.0, "/ n"),
        ("weight.keras_mean", weighted / 4.0, "/ Σ w"),
        ("weight.sklearn", weighted / 4.0, "/ Σ w"),
        ("ignore.torch", (losses[0] + losses[1]) / 2.0, "/ counted"),
        ("pos_weight.torch", positive / 2.0, "/ n"),
        ("pos_weight.tf", positive / 2.0, "/ n"),
        ("pos_weight.sklearn", positive / 4.0, "/ Σ w"),
    ];
    println!("library call                                     value  is Σ w ℓ");
    for (name, ours, divisor) in rows {
        let theirs = answer(name)?;
        println!("{theirs}  {divisor}");
        assert_relative_eq!(ours, theirs.value, max_relative = 1e-12);
    }
    // ANCHOR_END: program
    Ok(())
}
