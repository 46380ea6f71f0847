//! NT-Xent twice: read off the formula, and as a masked softmax cross-entropy of one matrix product.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// By the formula: rows i and i + n are two views of the same item.
fn naive(views: &[[f64; 2]], temperature: f64) -> f64 {
    let dot = |a: &[f64; 2], b: &[f64; 2]| a[0] * b[0] + a[1] * b[1];
    let cosine = |a, b| dot(a, b) / (dot(a, a) * dot(b, b)).sqrt();
    let mut total = 0.0;
    for (row, anchor) in views.iter().enumerate() {
        let positive = &views[(row + views.len() / 2) % views.len()];
        let others = views.iter().enumerate().filter(|(index, _)| *index != row);
        let sum: f64 = others
            .map(|(_, other)| (cosine(anchor, other) / temperature).exp())
            .sum();
        total -= ((cosine(anchor, positive) / temperature).exp() / sum).ln();
    }
    total / views.len() as f64
}

/// By rows of one matrix, with the library's stable cross-entropy.
fn vectorized(views: &Array2<f64>, temperature: f64) -> Result<f64, LossError> {
    let n = views.nrows();
    let norms = views.map_axis(Axis(1), |row| row.dot(&row).sqrt());
    let units = views / &norms.insert_axis(Axis(1));
    let mut scores = units.dot(&units.t()) / temperature;
    scores.diag_mut().fill(f64::NEG_INFINITY);
    let positives = Array1::from_iter((0..n).map(|row| (row + n / 2) % n));
    mean(&softmax_cross_entropy(&scores, &positives)?)
}
// ANCHOR_END: program

fn main() -> Result<(), LossError> {
    let views = [
        [1.0, 0.2],
        [-0.3, 1.0],
        [-1.0, -0.8],
        [0.9, 0.1],
        [0.1, 0.7],
        [-0.2, -1.0],
    ];
    println!("three items, two views each");
    println!("temperature  by the formula  by the matrix");
    for temperature in [1.0, 0.5, 0.1, 0.001] {
        let (one, other) = (
            naive(&views, temperature),
            vectorized(&Array2::from(views.to_vec()), temperature)?,
        );
        println!("{temperature:<12} {one:14.6} {other:14.6}");
        let is_equal = (one - other).abs() < 1e-12;
        assert!(is_equal || (one.is_nan() && temperature == 0.001));
    }
    let alike = vectorized(&Array2::ones((6, 2)), 0.5)?;
    println!("all views alike {alike:26.6}");
    assert_relative_eq!(alike, 5.0_f64.ln(), max_relative = 1e-12);
    Ok(())
}
