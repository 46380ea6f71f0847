//! Losses without negatives that forbid the collapse: variance and covariance of the dimensions, or the correlations between the views.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// VICReg's three terms, before their weights.
fn vicreg(a: &Array2<f64>, b: &Array2<f64>) -> [f64; 3] {
    let (n, d) = (a.nrows() as f64, a.ncols() as f64);
    let apart = (a - b).mapv(|it| it * it).sum() / n;
    let (mut variance, mut covariance) = (0.0, 0.0);
    for view in [a, b] {
        let centered = view - &(view.sum_axis(Axis(0)) / n);
        let square = centered.t().dot(&centered) / (n - 1.0);
        for ((i, j), it) in square.indexed_iter() {
            // Each dimension shall keep a deviation of 1, each pair no covariance.
            let hinge = (1.0 - (it + 1e-4).max(0.0).sqrt()).max(0.0);
            variance += if i == j { hinge / d } else { 0.0 };
            covariance += if i == j { 0.0 } else { it * it / d };
        }
    }
    [apart, variance, covariance]
}

/// Barlow Twins, with the weight 1: correlations between the views shall be the identity.
fn barlow_twins(a: &Array2<f64>, b: &Array2<f64>) -> f64 {
    let [a, b] = [a, b].map(|view| {
        let centered = view - &(view.sum_axis(Axis(0)) / view.nrows() as f64);
        let norms = centered.map_axis(Axis(0), |it| it.dot(&it).sqrt());
        centered / &norms
    });
    (a.t().dot(&b) - Array2::<f64>::eye(a.ncols()))
        .mapv(|it| it * it)
        .sum()
}
// ANCHOR_END: program

fn main() {
    println!("embeddings        apart   variance   covariance   Barlow Twins");
    let angle = |item: usize| item as f64 * std::f64::consts::TAU / 8.0;
    let on_circle = |(item, axis): (usize, usize)| {
        1.75_f64.sqrt() * [angle(item).cos(), angle(item).sin()][axis]
    };
    let on_line = |(item, _)| on_circle((item, 0));
    for (name, views) in [
        ("one point", Array2::zeros((8, 2))),
        ("on a line", Array2::from_shape_fn((8, 2), on_line)),
        ("on a circle", Array2::from_shape_fn((8, 2), on_circle)),
    ] {
        let [apart, variance, covariance] = vicreg(&views, &views);
        let barlow = barlow_twins(&views, &views);
        println!("{name:<12} {apart:10.4} {variance:10.4} {covariance:12.4} {barlow:14.4}");
        let expected = if name == "on a circle" { 0.0 } else { 2.0 };
        assert_abs_diff_eq!(variance + covariance, expected, epsilon = 0.021);
        // Dimensions of variance 1 have their covariance for a correlation.
        assert!((barlow - covariance).abs() < 1e-9 || name == "one point" && barlow.is_nan());
    }
}
