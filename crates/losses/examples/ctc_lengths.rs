//! Repetitions need a blank between them, and long inputs need logarithms.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
fn main() -> Result<(), LossError> {
    println!("equally likely classes blank, A and B");
    println!("labels   steps   alignments       loss");
    for (name, labels) in [("A B", array![1, 2]), ("A A", array![1, 1])] {
        for steps in [2, 3, 4] {
            let loss = ctc(&Array2::zeros((steps, 3)), &labels, 0)?;
            // Each alignment has the probability 3^−steps.
            let ways = (-loss).exp() * 3_f64.powi(steps as i32);
            println!("{name:6} {steps:7} {ways:12.0} {loss:10.4}");
        }
    }
    let long = Array2::zeros((2000, 3));
    let path = softmax(&long, 1.0)?.column(0).product();
    println!("\n2,000 steps: probability of one path {path:e}");
    println!("loss of A B {:.4}", ctc(&long, &array![1, 2], 0)?);
    Ok(())
}
// ANCHOR_END: program
