//! A mixed label and a mixed loss are the same for cross-entropy, and differ by a constant for squared error.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let (one, other) = (array![[1.0, 0.0, 0.0]], array![[0.0, 0.0, 1.0]]);
    println!("share   mixed label   mixed loss   of squares   mixed squares");
    for (share, logits) in [
        (0.3, array![[2.0, 0.0, -1.0]]),
        (0.5, array![[-1.0, 3.0, 1.0]]),
    ] {
        let mixed: Array2<f64> = share * &one + (1.0 - share) * &other;
        let cross_entropy =
            |label: &Array2<f64>| softmax_cross_entropy_with_probabilities(&logits, label);
        let by_label = cross_entropy(&mixed)?[0];
        let by_loss = share * cross_entropy(&one)?[0] + (1.0 - share) * cross_entropy(&other)?[0];
        let p = softmax(&logits, 1.0)?;
        let square = |label: &Array2<f64>| squared_error(&p, label).map(|it| it.sum());
        let squares = share * square(&one)? + (1.0 - share) * square(&other)?;
        let of_label = square(&mixed)?;
        println!("{share:5} {by_label:13.6} {by_loss:12.6} {of_label:12.6} {squares:15.6}");
        assert_relative_eq!(by_label, by_loss, max_relative = 1e-12);
        // The distance of the two one-hot labels, squared, is 2.
        let constant = share * (1.0 - share) * 2.0;
        assert_relative_eq!(squares - of_label, constant, max_relative = 1e-12);
    }
    // ANCHOR_END: program
    Ok(())
}
