//! Symmetric noise moves the boundary of a logistic regression, which cannot state what it makes of the truth.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    // Forty-one points around the boundary and twenty far on one side; the truth is σ(3x).
    let far = |x: f64| if x > 1.0 { 4.0 * x } else { x };
    let x = Array1::from_iter((0..61).map(|i| far(f64::from(i) / 20.0 - 1.0)));
    let truth = sigmoid(&(3.0 * &x));
    println!("flips both ways   slope   boundary   truth at it");
    for flips in [0.0, 0.1, 0.2] {
        let (a, b) = fit(&x, &(flips + (1.0 - 2.0 * flips) * &truth));
        let (boundary, at) = (-a / b, sigmoid(&array![-3.0 * a / b])[0]);
        println!("{flips:15.1} {b:7.4} {boundary:10.4} {at:13.4}");
        assert_eq!(flips > 0.0, boundary > 0.01);
    }
    // ANCHOR_END: program
}

/// Minimizes the cross-entropy for these probabilities of label 1, by Newton's steps.
fn fit(x: &Array1<f64>, target: &Array1<f64>) -> (f64, f64) {
    let (mut a, mut b) = (0.0, 0.0);
    for _ in 0..50 {
        let q = sigmoid(&(a + b * x));
        let (slope, v) = (&q - target, &q * &(1.0 - &q));
        let (first, second) = (slope.sum(), slope.dot(x));
        let (aa, ab, bb) = (v.sum(), v.dot(x), v.dot(&(x * x)));
        let determinant = aa * bb - ab * ab;
        a -= (bb * first - ab * second) / determinant;
        b -= (aa * second - ab * first) / determinant;
    }
    // At the minimum both slopes vanish.
    let slope = sigmoid(&(a + b * x)) - target;
    assert!(slope.sum().abs() < 1e-9 && slope.dot(x).abs() < 1e-9);
    (a, b)
}
