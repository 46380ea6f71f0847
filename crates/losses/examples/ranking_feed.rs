//! A feed ranks by a weighted sum of calibrated probabilities; a class weight in one head changes the order.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // P(like) and P(share) of two posts; a share is worth ten likes.
    let posts = [[0.50, 0.010], [0.30, 0.020]];
    let value = |[like, share]: [f64; 2]| like + 10.0 * share;
    // The share head was trained with positives counted 20 times, or with one
    // negative in 20 kept: its odds are 20 times too large.
    let weighted = |p: f64| 20.0 * p / (20.0 * p + 1.0 - p);
    let corrected = |q: f64| q / (q + 20.0 * (1.0 - q));
    println!("post   P(like)   P(share)   value   weighted head   value   corrected");
    for (it, [like, share]) in posts.into_iter().enumerate() {
        let (q, right) = (weighted(share), value([like, share]));
        let [a, b, c] = [value([like, q]), corrected(q), like];
        println!(
            "{:4} {c:9.2} {share:10.3} {right:7.3} {q:15.4} {a:7.4} {b:11.4}",
            it + 1
        );
        // Independent: minimize the weighted loss itself.
        let logit = minimizer(20.0 * share, 1.0 - share)?;
        assert_relative_eq!(sigmoid(&array![logit])[0], q, max_relative = 1e-6);
        assert_relative_eq!(b, share, max_relative = 1e-12);
    }
    // ANCHOR_END: program
    let [first, second] = posts.map(|[like, share]| value([like, weighted(share)]));
    assert!(value(posts[0]) > value(posts[1]) && first < second);
    // Watch time: minimize with a weight of 3 minutes for a view and 1 for a skip.
    let (viewed, minutes) = (0.2, 3.0);
    let logit = minimizer(viewed * minutes, 1.0 - viewed)?;
    let (odds, mean) = (logit.exp(), viewed * minutes);
    println!("20 % views of 3 minutes: mean {mean:.4}, weighted odds {odds:.4}");
    assert_relative_eq!(odds, mean / (1.0 - viewed), max_relative = 1e-6);
    Ok(())
}

/// The logit with the least cross-entropy for these weights of ones and zeros.
fn minimizer(ones: f64, zeros: f64) -> Result<f64, LossError> {
    (0..4_000).try_fold(0.0, |z: f64, _| {
        let slopes = binary_cross_entropy_with_logits_gradient(&array![z, z], &array![1.0, 0.0])?;
        Ok(z - 0.5 * (ones * slopes[0] + zeros * slopes[1]))
    })
}
