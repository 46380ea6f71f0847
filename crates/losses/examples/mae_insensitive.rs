//! The ε-insensitive loss moves from the median to the middle of the range as ε grows.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let targets = array![1.0, 2.0, 3.0, 4.0, 100.0];
    println!("    ε   best constants   least loss");
    for (epsilon, by_hand) in [
        (0.0, (3.0, 3.0)),    // the median
        (2.0, (3.0, 4.0)),    // 1 is too low, 100 too high, the others are inside
        (10.0, (11.0, 12.0)), // the same two
        (49.5, (50.5, 50.5)), // the middle of 1 and 100
    ] {
        let constants = (0..=200).map(|step| f64::from(step) / 2.0);
        let losses = constants.map(|constant| {
            let errors = absolute_error(&Array1::from_elem(5, constant), &targets)?;
            let losses = errors.mapv(|error| f64::max(0.0, error - epsilon));
            Ok((constant, mean(&losses)?))
        });
        let losses = losses.collect::<Result<Vec<_>, LossError>>()?;
        let least = losses.iter().map(|it| it.1).fold(f64::INFINITY, f64::min);
        let best: Vec<_> = losses.iter().filter(|it| it.1 < least + 1e-9).collect();
        let (low, high) = (best[0].0, best[best.len() - 1].0);
        println!("{epsilon:5.1} {low:8.1} to {high:4.1} {least:12.2}");
        assert_eq!((low, high), by_hand);
    }
    // ANCHOR_END: program
    Ok(())
}
