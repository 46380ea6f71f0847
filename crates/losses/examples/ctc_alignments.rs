//! The forward recursion finds the sum over all alignments without listing them.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Four steps; the classes are blank (written -), A and B.
    let logits = array![[0., 2., 0.], [1., 1., 0.], [0., 0., 1.], [2., 0., 1.]];
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
            let steps = path.iter().zip(probabilities.rows());
            let p: f64 = steps.map(|(&class, row)| row[class]).product();
            println!(
                "  {}   {p:.6}",
                path.map(|class| ["-", "A", "B"][class]).concat()
            );
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
    // ANCHOR_END: program
    Ok(())
}
