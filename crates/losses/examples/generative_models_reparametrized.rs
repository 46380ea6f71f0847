//! Both estimates of the slope of a mean have the same mean; the one through the sample has a far smaller variance.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    // The slope of E f(z) in the mean m of z = m + ε, for f(z) = Σ (z − 3)² over
    // the coordinates of a code, at m = 0, one coordinate of the slope.
    let density = |e: f64| (-e * e / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    let grid = || (-4_000..=4_000).map(|it| f64::from(it) / 400.0);
    let mean = |g: &dyn Fn(f64) -> f64| grid().map(|e| g(e) * density(e) / 400.0).sum::<f64>();
    let f = |e: f64| (e - 3.0).powi(2);
    let path = |e: f64| 2.0 * (e - 3.0);
    let spread = mean(&|e| path(e).powi(2)) - mean(&path).powi(2);
    let (one, square) = (mean(&f), mean(&|e| f(e).powi(2)));
    println!("              through the sample      by the score");
    println!("coordinates   mean     variance    mean     variance");
    for d in [1.0, 10.0, 100.0] {
        // f of all coordinates times ε of the first; the others are independent of it.
        let others = (d - 1.0) * one;
        let others_square = (d - 1.0) * (square - one * one) + others * others;
        let score = mean(&|e| (f(e) + others) * e);
        let second = mean(&|e| (f(e).powi(2) + 2.0 * f(e) * others + others_square) * e * e);
        let variance = second - score * score;
        let first = mean(&path);
        println!("{d:11.0} {first:6.2} {spread:12.2} {score:7.2} {variance:12.2}");
        // ANCHOR_END: program
        assert_relative_eq!(score, -6.0, max_relative = 1e-9);
        assert_relative_eq!(first, -6.0, max_relative = 1e-9);
        // By the moments 1, 3 and 15 of ε: E f² ε² = 258, E f ε² = 12, E f = 10, Var f = 38.
        let n = d - 1.0;
        let by_hand = 258.0 + 240.0 * n + 38.0 * n + 100.0 * n * n - 36.0;
        assert_relative_eq!(variance, by_hand, max_relative = 1e-9);
    }
    assert_relative_eq!(spread, 4.0, max_relative = 1e-9);
    // The reverse, for f(z) = sin(20 z) at m = 0: both means are 20 e^−200, next to nothing.
    let path = mean(&|e| (20.0 * (20.0 * e).cos()).powi(2));
    let score = mean(&|e| ((20.0 * e).sin() * e).powi(2));
    // cos² and sin² are halves plus or minus a cosine of 40 ε, whose mean vanishes as well.
    assert_relative_eq!(path, 200.0, max_relative = 1e-9);
    assert_relative_eq!(score, 0.5, max_relative = 1e-9);
}
