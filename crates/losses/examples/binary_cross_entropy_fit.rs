//! Logistic regression from scratch: for a feature of 0 and 1 its weight is a log odds ratio.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Minimizes the mean loss plus ½ λ‖w‖²; the bias is not penalized.
fn fit(x: &Array2<f64>, y: &Array1<f64>, lambda: f64) -> (Array1<f64>, f64) {
    let (n, mut w, mut b) = (y.len() as f64, Array1::zeros(x.ncols()), 0.0);
    for _ in 0..5000 {
        let residuals = (x.dot(&w) + b).mapv(probability) - y;
        w = &w - (residuals.dot(x) / n + lambda * &w);
        b -= residuals.sum() / n;
    }
    (w, b)
}

fn probability(logit: f64) -> f64 {
    let small = (-logit.abs()).exp(); // at most 1, so nothing overflows
    (if logit < 0.0 { small } else { 1.0 }) / (1.0 + small)
}

fn main() {
    // One of four is positive where the feature is 0, three of four where it is 1.
    let x = array![[0.0], [0.0], [0.0], [0.0], [1.0], [1.0], [1.0], [1.0]];
    let y = array![1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 0.0];
    println!("λ      weight      bias   e^weight   p at 0   p at 1");
    for lambda in [0.0, 0.1] {
        let (w, b) = fit(&x, &y, lambda);
        let [at_0, at_1] = [b, b + w[0]].map(probability);
        let (w, ratio) = (w[0], w[0].exp());
        println!("{lambda:3} {w:9.4} {b:9.4} {ratio:10.4} {at_0:8.4} {at_1:8.4}");
        // The free bias makes the mean probability the share of ones, penalty or not.
        assert_abs_diff_eq!((at_0 + at_1) / 2.0, 0.5, epsilon = 1e-9);
    }
    // ANCHOR_END: program
    let (w, b) = fit(&x, &y, 0.0);
    // By counting: odds of 1 to 3 and of 3 to 1.
    assert_abs_diff_eq!(w[0], 9.0_f64.ln(), epsilon = 1e-9);
    assert_abs_diff_eq!(b, -(3.0_f64.ln()), epsilon = 1e-9);
    let (w, b) = fit(&x, &y, 0.1);
    // The minimum with the penalty: a search around it finds nothing lower.
    let objective = |w: f64, b: f64| -> f64 {
        let each = |(x, y): (&f64, &f64)| (b + w * x).exp().ln_1p() - y * (b + w * x);
        x.column(0).iter().zip(&y).map(each).sum::<f64>() / 8.0 + 0.05 * w * w
    };
    for (i, j) in (-1..=1).flat_map(|i| (-1..=1).map(move |j| (f64::from(i), f64::from(j)))) {
        assert!(objective(w[0] + 0.01 * i, b + 0.01 * j) >= objective(w[0], b));
    }
}
