//! The weighted median, by sorting and adding weights, minimizes the weighted absolute error.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// The least value with at least a share q of the weight at or below it.
fn weighted_quantile(values: &[f64], weights: &[f64], q: f64) -> f64 {
    assert_eq!(values.len(), weights.len(), "one weight each");
    let mut pairs = Vec::from_iter(values.iter().zip(weights));
    pairs.sort_by(|a, b| a.0.total_cmp(b.0));
    // In sorted order, so that it is what the loop adds up to, bit by bit.
    let total: f64 = pairs.iter().map(|it| it.1).sum();
    assert!(total > 0.0 && q <= 1.0, "no weight, no quantile");
    let mut at_or_below = 0.0;
    for (value, weight) in pairs {
        at_or_below += weight;
        if at_or_below >= q * total {
            return *value;
        }
    }
    unreachable!("all of the weight is at or below the largest value")
}

fn main() {
    let y = [100.0, 3.0, 1.0, 4.0, 2.0];
    let x = [1.0, 2.0, 3.0, 4.0, 30.0];
    let slopes = [2.2, 1.9, 2.1, 1.8, 0.3];
    println!("median                    {}", best(&y, &[1.0; 5]));
    println!("weights 1/y, for MAPE     {}", best(&y, &y.map(f64::recip)));
    println!(
        "weights 0 and 1           {}",
        best(&y, &[1., 1., 0., 1., 0.])
    );
    println!("slopes y/x, weights x     {}", best(&slopes, &x));
}
// ANCHOR_END: program

/// The weighted median, after trying every value and looking for a lower loss.
fn best(values: &[f64], weights: &[f64]) -> f64 {
    let found = weighted_quantile(values, weights, 0.5);
    let loss = |at: f64| -> f64 {
        let pairs = values.iter().zip(weights);
        pairs
            .map(|(value, weight)| weight * (value - at).abs())
            .sum()
    };
    let losses = values.iter().copied().map(loss);
    let least = losses.fold(f64::INFINITY, f64::min);
    assert_abs_diff_eq!(loss(found), least, epsilon = 1e-12);
    let between = (0..10_000).map(|i| f64::from(i) * 0.01).map(loss);
    assert!(between.fold(f64::INFINITY, f64::min) >= least - 1e-9);
    // Added up in the order given, these weights make more than in sorted order.
    let [unsorted, rounding] = [[3., 2., 1.], [0.1, 0.2, 0.3]];
    assert_eq!(weighted_quantile(&unsorted, &rounding, 1.0), 3.0);
    found
}
