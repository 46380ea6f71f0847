//! A circulating form for labels 0 and 1 has the sign turned round and the margin lost.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let wrong = |y: f64, score: f64| (y - (1.0 - 2.0 * y) * score).max(0.0);
    let right = |y: f64, score: f64| (1.0 - (2.0 * y - 1.0) * score).max(0.0);
    println!("label  score  y − (1 − 2y) f  1 − (2y − 1) f");
    for (y, score) in [(1.0, 2.0), (1.0, -2.0), (0.0, -2.0), (0.0, 2.0)] {
        let (bad, good) = (wrong(y, score), right(y, score));
        println!("{y:5} {score:6} {bad:15} {good:15}");
        assert_eq!(good, hinge(&array![score], &array![2.0 * y - 1.0])?[0]);
        assert_eq!(bad > 0.0, good == 0.0);
    }
    // ANCHOR_END: program
    Ok(())
}
