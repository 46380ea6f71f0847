//! The divergence of two normal distributions with full covariances, and what independence costs forward and in reverse.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Mean and covariance of a normal distribution in the plane.
type Normal = (Array1<f64>, Array2<f64>);

fn determinant(m: &Array2<f64>) -> f64 {
    m[[0, 0]] * m[[1, 1]] - m[[0, 1]] * m[[1, 0]]
}
fn inverse(m: &Array2<f64>) -> Array2<f64> {
    array![[m[[1, 1]], -m[[0, 1]]], [-m[[1, 0]], m[[0, 0]]]] / determinant(m)
}
fn divergence(p: &Normal, q: &Normal) -> f64 {
    let (shift, precision) = (&q.0 - &p.0, inverse(&q.1));
    let spread = precision.dot(&p.1).diag().sum();
    let ratio = determinant(&q.1) / determinant(&p.1);
    0.5 * (spread + shift.dot(&precision.dot(&shift)) - 2.0 + ratio.ln())
}
// ANCHOR_END: program

fn main() {
    // ANCHOR: rows
    let target = (array![0.0, 0.0], array![[1.0, 0.9], [0.9, 1.0]]);
    let model = |it: f64| (array![0.0, 0.0], array![[it, 0.0], [0.0, it]]);
    println!("variances of the model  KL forward  KL in reverse");
    for variance in [1.0, 0.19] {
        let forward = divergence(&target, &model(variance));
        let reverse = divergence(&model(variance), &target);
        println!("{variance:22} {forward:11.6} {reverse:14.6}");
    }
    // The one is the best forward, the other in reverse.
    for it in [0.99, 1.01] {
        assert!(divergence(&target, &model(it)) > divergence(&target, &model(1.0)));
        assert!(divergence(&model(0.19 * it), &target) > divergence(&model(0.19), &target));
    }
    // ANCHOR_END: rows
    let other = (array![-0.4, 0.1], array![[1.2, -0.3], [-0.3, 0.8]]);
    for (p, q) in [(&target, &model(0.5)), (&target, &other), (&other, &target)] {
        assert_relative_eq!(divergence(p, q), integral(p, q), max_relative = 1e-9);
    }
}

/// The same by a sum over a grid, which for bells as wide as these is exact to 12 digits.
fn integral(p: &Normal, q: &Normal) -> f64 {
    let grid = || (-40..=40).map(|it| f64::from(it) * 0.25);
    let log_density = |(mean, covariance): &Normal, x: &Array1<f64>| {
        let square = (x - mean).dot(&inverse(covariance).dot(&(x - mean)));
        -0.5 * (square + determinant(covariance).ln()) - std::f64::consts::TAU.ln()
    };
    let term = |x: Array1<f64>| {
        let (log_p, log_q) = (log_density(p, &x), log_density(q, &x));
        log_p.exp() * (log_p - log_q) * 0.25 * 0.25
    };
    let points = grid().flat_map(|a| grid().map(move |b| array![a, b]));
    points.map(term).sum()
}
