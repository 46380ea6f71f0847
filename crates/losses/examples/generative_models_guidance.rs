//! Guidance extrapolates from the score without the condition through the one with it: the density times p(c | x)^w.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
fn normal(x: f64, mean: f64) -> f64 {
    (-(x - mean) * (x - mean) / 2.0).exp()
}

/// The two classes have the means 1 and −1; the condition asks for the first.
fn given(x: f64) -> f64 {
    normal(x, 1.0)
}

fn any(x: f64) -> f64 {
    0.5 * normal(x, 1.0) + 0.5 * normal(x, -1.0)
}

/// Slope of the logarithm, the score.
fn score(density: impl Fn(f64) -> f64, x: f64) -> f64 {
    (density(x + 1e-5).ln() - density(x - 1e-5).ln()) / 2e-5
}

fn tilted(x: f64, w: f64) -> f64 {
    any(x) * (given(x) / any(x)).powf(w)
}
// ANCHOR_END: program

fn main() {
    println!("weight   mean   deviation   share right of 0");
    for w in [1.0, 3.0, 8.0] {
        let grid = || (-2_000..=3_000).map(|it| (f64::from(it) + 0.5) / 200.0);
        let total: f64 = grid().map(|x| tilted(x, w)).sum();
        let mean =
            |g: &dyn Fn(f64) -> f64| grid().map(|x| g(x) * tilted(x, w)).sum::<f64>() / total;
        let center = mean(&|x| x);
        let deviation = mean(&|x| (x - center).powi(2)).sqrt();
        let right = mean(&|x| if x > 0.0 { 1.0 } else { 0.0 });
        println!("{w:6.0} {center:6.3} {deviation:11.3} {right:18.4}");
        for x in [-1.5, 0.3, 2.0] {
            // The scores by hand: 1 − x with the condition, tanh x − x without.
            let guided = (f64::tanh(x) - x) + w * ((1.0 - x) - (f64::tanh(x) - x));
            assert_abs_diff_eq!(score(|it| tilted(it, w), x), guided, epsilon = 1e-6);
        }
        if w == 1.0 {
            // The condition itself: a normal variable with mean 1 and deviation 1.
            assert_relative_eq!(deviation, 1.0, max_relative = 1e-4);
            assert_abs_diff_eq!(right, 0.841_344_7, epsilon = 1e-5);
        }
    }
}
