//! Before anything is learned, the loss is the logarithm of the number of classes.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("classes   all logits 0   half +2, half -2   perplexity at 0");
    for n_classes in [2, 10, 1000, 128_000] {
        let loss_of = |size: f64| {
            let shape = (1, n_classes);
            let logits = Array2::from_shape_fn(shape, |at| [size, -size][at.1 % 2]);
            // Every class is equally often the true one.
            let targets = Array2::from_elem(shape, 1.0 / n_classes as f64);
            softmax_cross_entropy_with_probabilities(&logits, &targets)
        };
        let (loss, spread) = (loss_of(0.0)?[0], loss_of(2.0)?[0]);
        println!(
            "{n_classes:7} {loss:14.6} {spread:18.6} {:17.1}",
            loss.exp()
        );

        let by_hand = (n_classes as f64).ln();
        assert_relative_eq!(loss, by_hand, max_relative = 1e-9);
        assert_relative_eq!(spread, by_hand + 2.0_f64.cosh().ln(), max_relative = 1e-9);
    }
    let per_word = mean(&softmax_cross_entropy(
        &Array2::zeros((10, 10)),
        &Array1::zeros(10),
    )?)?;
    println!(
        "ten words of a vocabulary of 10: {per_word:.6} each, {:.6} in all",
        10.0 * per_word
    );
    // ANCHOR_END: program
    Ok(())
}
