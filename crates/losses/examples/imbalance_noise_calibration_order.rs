//! One temperature for all examples keeps each decision, and can change the order of two examples.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let logits = array![[2.0, 0.0, 0.0], [3.0, 2.9, -10.0]];
    println!("temperature   class 0 of A, of B   higher   decisions   entropies");
    for temperature in [0.5, 1.0, 3.0, 10.0] {
        let p = softmax(&logits, temperature)?;
        let higher = if p[[0, 0]] > p[[1, 0]] { "A" } else { "B" };
        let largest =
            |i: usize| (0..3).fold(0, |best, k| if p[[i, k]] > p[[i, best]] { k } else { best });
        let entropy = |i: usize| -p.row(i).iter().map(|p| p * p.ln()).sum::<f64>();
        print!("{temperature:11} {:12.4} {:7.4}", p[[0, 0]], p[[1, 0]]);
        print!(" {higher:>8} {:9}, {}", largest(0), largest(1));
        println!(" {:8.4} {:6.4}", entropy(0), entropy(1));
        assert_eq!([largest(0), largest(1)], [0, 0]);
    }
    // With two classes the probability is σ of the difference of logits: monotone.
    let pair = array![[1.2, 0.3], [2.0, 1.4]];
    for temperature in [0.1, 1.0, 10.0] {
        let p = softmax(&pair, temperature)?;
        let by_hand = sigmoid(&(array![0.9, 0.6] / temperature));
        assert_abs_diff_eq!(p.column(0).to_owned(), by_hand, epsilon = 1e-12);
        assert!(p[[0, 0]] > p[[1, 0]]);
    }
    // ANCHOR_END: program
    Ok(())
}
