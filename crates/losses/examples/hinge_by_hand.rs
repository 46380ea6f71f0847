//! Three hinge losses, their slopes and their mean, in one line each and by the library.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let (scores, labels) = (array![0.8, -0.5, 2.0], array![1.0, -1.0, 1.0]);
    // Written this way round, a score that is NaN stays NaN.
    let shortfalls: Array1<f64> = 1.0 - &labels * &scores;
    let losses = shortfalls.mapv(|it| if it < 0.0 { 0.0 } else { it });
    let slopes = Zip::from(&losses)
        .and(&labels)
        .map_collect(|&loss, y| if loss > 0.0 { -y } else { 0.0 });
    println!("losses {losses:.1}, mean {:.4}", mean(&losses)?);
    println!("slopes in the scores {slopes}");
    // Margins 0.8, 0.5 and 2: short of 1 by 0.2, by 0.5, and not at all.
    assert_abs_diff_eq!(losses, array![0.2, 0.5, 0.0], epsilon = 1e-15);
    assert_abs_diff_eq!(mean(&losses)?, 7.0 / 30.0, epsilon = 1e-15);
    // ANCHOR_END: program
    assert_eq!(losses, hinge(&scores, &labels)?);
    assert_eq!(slopes, hinge_gradient(&scores, &labels)?);
    Ok(())
}
