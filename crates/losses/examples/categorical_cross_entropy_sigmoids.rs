//! Two classes are one sigmoid; several true labels are several sigmoids.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("two logits     softmax, categorical   sigmoid, binary");
    let yes = array![1.0];
    for [zero, one] in [[0.0, 2.0], [-1.0, 1.0], [5.0, 1.0], [300.0, 1300.0]] {
        let categorical = softmax_cross_entropy(&array![[zero, one]], &array![1])?[0];
        let binary = binary_cross_entropy_with_logits(&array![one - zero], &yes)?[0];
        println!("{zero:4}, {one:5} {categorical:24.6} {binary:17.6}");
        assert_relative_eq!(categorical, binary, max_relative = 1e-12);
    }

    println!("\ntwo of three labels are true; logits     softmax   sigmoids");
    for size in [2.0, 5.0, 20.0] {
        let halves = array![[0.5, 0.5, 0.0]];
        let logits = array![[size, size, -size]];
        let softmax = softmax_cross_entropy_with_probabilities(&logits, &halves)?;
        let labels = array![[1.0, 1.0, 0.0]];
        let sigmoids = mean(&binary_cross_entropy_with_logits(&logits, &labels)?)?;
        println!("{:3} {:29.6} {sigmoids:10.6}", logits.row(0), softmax[0]);
        // No softmax can give two labels more than one half each.
        assert!(softmax[0] >= 2.0_f64.ln());
    }
    // ANCHOR_END: program
    Ok(())
}
