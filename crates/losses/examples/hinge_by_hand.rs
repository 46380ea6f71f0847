//! Three hinge losses and their mean, worked by hand and by the library.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let (scores, labels) = (array![0.8, -0.5, 2.0], array![1.0, -1.0, 1.0]);
    let losses = hinge(&scores, &labels)?;
    println!("losses {losses:.1}, mean {:.4}", mean(&losses)?);
    // Margins 0.8, 0.5 and 2: short of 1 by 0.2, by 0.5, and not at all.
    assert_abs_diff_eq!(losses, array![0.2, 0.5, 0.0], epsilon = 1e-15);
    assert_abs_diff_eq!(mean(&losses)?, 7.0 / 30.0, epsilon = 1e-15);
    // ANCHOR_END: program
    Ok(())
}
