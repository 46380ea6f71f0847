//! Mean, variance and RMSE of a stream in one pass, and of two shards put together.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Count, mean, and the sum of the squared distances from the mean.
type Running = [f64; 3];

fn merge([n, mean, squares]: Running, [m, other, more]: Running) -> Running {
    let (count, gap) = (n + m, other - mean);
    // Two groups scatter around their common mean, and so do their means.
    let between = gap * gap * n * m / count;
    [count, mean + gap * m / count, squares + more + between]
}

/// One value is a shard of its own; this is Welford's update.
fn push(running: Running, value: &f64) -> Running {
    merge(running, [1.0, *value, 0.0])
}

/// Of residuals: MSE is their squared mean plus their variance.
fn rmse([n, mean, squares]: Running) -> f64 {
    (mean * mean + squares / n).sqrt()
}

fn main() -> Result<(), LossError> {
    let residuals = [1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 6.0, 10.0];
    let shards = [&residuals[..6], &residuals[6..]].map(|it| it.iter().fold([0.0; 3], push));
    let [left, right] = shards.map(rmse);
    let merged = rmse(merge(shards[0], shards[1]));
    let direct = mean(&Array1::from_iter(residuals).pow2())?.sqrt();
    println!("RMSE of the shards {left:.4} and {right:.4}");
    println!("merged {merged:.4}, directly {direct:.4}");
    println!("mean of the two {:.4}", (left + right) / 2.0);
    // ANCHOR_END: program
    assert_relative_eq!(merged, direct, max_relative = 1e-14);
    // Far from zero, where the difference of two means gave −128.
    let far = [4.0, 7.0, 13.0, 16.0].map(|it| it + 1e9);
    let [n, _, squares] = far.iter().fold([0.0; 3], push);
    assert_eq!(squares / n, 22.5);
    Ok(())
}
