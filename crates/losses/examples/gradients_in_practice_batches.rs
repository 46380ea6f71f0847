//! The loss of the batch rises at about every second step of a run that is going well.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    // One weight for targets spread evenly over 3 ± 1, in batches of eight.
    let (mut w, mut random, mut batches, mut all) = (0.0, 1_u64, vec![], vec![]);
    for _ in 0..2000 {
        let target = Array1::from_shape_simple_fn(8, || {
            random = random.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
            2.0 + 2.0 * (random >> 11) as f64 / (1_u64 << 53) as f64
        });
        let residual = w - &target;
        batches.push(residual.dot(&residual) / 8.0);
        all.push((w - 3.0_f64).powi(2) + 1.0 / 3.0);
        w -= 1e-3 * 2.0 * residual.sum() / 8.0;
    }
    println!("2000 steps                   first    last   rises");
    for (name, losses) in [
        ("loss of the batch", &batches),
        ("loss of all targets", &all),
    ] {
        let rises = losses.windows(2).filter(|it| it[1] > it[0]).count();
        println!(
            "{name:<24} {:9.4} {:7.4} {rises:7}",
            losses[0], losses[1999]
        );
    }
    // ANCHOR_END: program
    // Without noise the distance shrinks by 1 − 0.002 a step.
    assert_abs_diff_eq!(3.0 - w, 3.0 * 0.998_f64.powi(2000), epsilon = 0.05);
}
