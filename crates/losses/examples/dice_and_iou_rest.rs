//! Soft Dice can have its best prediction inside where the rest of the object depends on the pixel.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Expected soft Dice loss of `p` for the first of eleven pixels: with probability
/// 0.024 it alone is the object, otherwise the ten others, one of which is predicted.
fn expected(p: f64) -> Result<f64, LossError> {
    let row = |first: f64, second: f64, rest: f64| {
        let pixel = |i| [first, second].get(i).copied().unwrap_or(rest);
        Array2::from_shape_fn((1, 11), |(_, i)| pixel(i))
    };
    let loss = |own: f64, others: f64| {
        soft_dice(&row(p, 1.0, 0.0), &row(own, others, others), 0.0).map(|it| it[0])
    };
    Ok(0.024 * loss(1.0, 0.0)? + 0.976 * loss(0.0, 1.0)?)
}

fn main() -> Result<(), LossError> {
    let grid = (0..=1000).map(|i| f64::from(i) / 1000.0);
    let losses = grid.map(|p| Ok((p, expected(p)?)));
    let losses = losses.collect::<Result<Vec<_>, LossError>>()?;
    let least = losses.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    let best = least.copied().unwrap_or((f64::NAN, f64::NAN));
    println!("at 0 {:.6}, at 1 {:.6}", losses[0].1, losses[1000].1);
    println!("least at {:.3}: {:.6}", best.0, best.1);
    // ANCHOR_END: program
    // By hand the two Dice are 2 p / (p + 2) and 2 / (p + 11); where the slopes balance,
    // (p + 11) / (p + 2) is the root of 0.976 / (2 · 0.024).
    let ratio = (0.976_f64 / (2.0 * 0.024)).sqrt();
    assert_abs_diff_eq!(best.0, (11.0 - 2.0 * ratio) / (ratio - 1.0), epsilon = 1e-3);
    Ok(())
}
