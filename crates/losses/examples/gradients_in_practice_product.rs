//! Newton's step for logistic regression needs products with the Hessian and never the Hessian.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    // 50 examples of 8 features; loss: mean cross-entropy plus 0.05 w·w.
    let x = Array2::from_shape_fn((50, 8), |(i, j)| ((i * 8 + j) as f64).powi(2).sin());
    let y = Array1::from_shape_fn(50, |i| f64::from(i % 3 == 0));
    let w = Array1::from_shape_fn(8, |j| (j as f64).cos());
    let gradient = |w: &Array1<f64>| x.t().dot(&(sigmoid(&x.dot(w)) - &y)) / 50.0 + 0.1 * w;
    let curvature = sigmoid(&x.dot(&w)).map(|p| p * (1.0 - p));
    let product = |v: &Array1<f64>| x.t().dot(&(&curvature * &x.dot(v))) / 50.0 + 0.1 * v;
    let v = Array1::from_shape_fn(8, |j| 1.0 / (j as f64 + 1.0));
    let difference = (gradient(&(&w + 1e-5 * &v)) - gradient(&(&w - 1e-5 * &v))) / 2e-5;
    println!(
        "product                {:.6}",
        product(&v).slice_axis(Axis(0), Slice::from(0..4))
    );
    println!(
        "difference of slopes   {:.6}",
        difference.slice_axis(Axis(0), Slice::from(0..4))
    );
    // Conjugate gradients: solve H s = g with one product an iteration.
    let g = gradient(&w);
    let (mut s, mut r, mut d) = (Array1::zeros(8), g.clone(), g.clone());
    println!("\niteration   |H s − g|");
    for iteration in 1..=8 {
        let hd = product(&d);
        let (old, step) = (r.dot(&r), r.dot(&r) / d.dot(&hd));
        s += &(step * &d);
        r -= &(step * &hd);
        d = &r + (r.dot(&r) / old) * &d;
        let rest = product(&s) - &g;
        println!("{iteration:9} {:11.1e}", rest.dot(&rest).sqrt());
    }
    // ANCHOR_END: program
    assert_abs_diff_eq!(product(&v), difference, epsilon = 1e-9);
    assert_abs_diff_eq!(product(&s), g, epsilon = 1e-9);
}
