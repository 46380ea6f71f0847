//! The forward recursion finds the sum over all alignments without listing them.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
fn main() -> Result<(), LossError> {
    // Four steps; the classes are blank (written -), A and B.
    let logits = array![
        [0.0, 2.0, 0.0],
        [1.0, 1.0, 0.0],
        [0.0, 0.0, 1.0],
        [2.0, 0.0, 1.0]
    ];
    let probabilities = softmax(&logits, 1.0)?;
    println!("alignments of A B with four steps");
    let mut total = 0.0;
    for code in 0..3_usize.pow(4) {
        let path = [27, 9, 3, 1].map(|place| code / place % 3);
        // Merge repetitions, then remove blanks.
        let mut merged = path.to_vec();
        merged.dedup();
        merged.retain(|&class| class != 0);
        if merged == [1, 2] {
            let p: f64 = path
                .iter()
                .zip(probabilities.rows())
                .map(|(&k, row)| row[k])
                .product();
            println!("  {}   {p:.6}", path.map(|k| ["-", "A", "B"][k]).concat());
            total += p;
        }
    }
    let loss = ctc(&logits, &array![1, 2], 0)?;
    println!(
        "sum        {total:.6}, minus its logarithm {:.6}",
        -total.ln()
    );
    println!("recursion  {:.6}, loss {loss:.6}", (-loss).exp());
    assert_relative_eq!(loss, -total.ln(), max_relative = 1e-12);

    println!("\nlabels   steps   loss with equally likely classes");
    for (name, labels, steps) in [
        ("A B", array![1, 2], 2),
        ("A A", array![1, 1], 2),
        ("A A", array![1, 1], 3),
    ] {
        println!(
            "{name:6} {steps:7} {:10.4}",
            ctc(&Array2::zeros((steps, 3)), &labels, 0)?
        );
    }
    let long = Array2::zeros((2000, 3));
    let path = softmax(&long, 1.0)?.column(0).product();
    println!(
        "2,000 steps: one path {path:e}, loss {:.4}",
        ctc(&long, &array![1, 2], 0)?
    );
    // ANCHOR_END: program
    Ok(())
}
