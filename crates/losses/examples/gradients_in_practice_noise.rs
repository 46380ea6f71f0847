//! A constant step leaves a variance of η σ² / (B λ (2 − η λ)); a falling one leaves none.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    // Half the squared error, so the curvature is 1; targets of mean 0 and variance 1.
    println!("step   batch   variance of the weight   by the formula");
    for (step, batch) in [(0.1, 1), (0.1, 4), (0.4, 4), (0.2, 4), (1.6, 16)] {
        let (mut w, mut square, mut random) = (0.0_f64, 0.0, 1);
        for _ in 0..400_000 {
            let mean: f64 = (0..batch).map(|_| target(&mut random)).sum::<f64>() / f64::from(batch);
            w -= step * (w - mean);
            square += w * w / 4e5;
        }
        let formula = step / (f64::from(batch) * (2.0 - step));
        println!("{step:4} {batch:7} {square:24.4} {formula:16.4}");
        assert_relative_eq!(square, formula, max_relative = 0.02);
    }
    // The step 1 / t makes the weight the mean of all targets so far.
    let (mut w, mut sum, mut random) = (0.0, 0.0, 1);
    println!("\nsteps of 1 / t    weight   mean of the targets   1 / root of t");
    for t in 1..=10_000 {
        let y = target(&mut random);
        sum += y;
        w -= (w - y) / f64::from(t);
        let mean = sum / f64::from(t);
        if [100, 10_000].contains(&t) {
            println!(
                "{t:14} {w:9.4} {mean:21.4} {:15.4}",
                1.0 / f64::from(t).sqrt()
            );
        }
        assert_abs_diff_eq!(w, mean, epsilon = 1e-9);
    }
    // ANCHOR_END: program
}

/// Spread evenly over ±√3: mean 0, variance 1.
fn target(random: &mut u64) -> f64 {
    *random = random.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
    (2.0 * (*random >> 11) as f64 / (1_u64 << 53) as f64 - 1.0) * 3_f64.sqrt()
}
