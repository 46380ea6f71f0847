//! The gradients of the triplet loss and of InfoNCE, against central differences.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let (a, p, n) = (array![[0.2, 1.0]], array![[0.9, 0.4]], array![[-0.3, 0.1]]);
    let loss = |a: &Array2<f64>, p: &Array2<f64>, n: &Array2<f64>| {
        triplet_squared(a, p, n, 1.0).map(|it| it[0])
    };
    row(
        "anchor: 2 (n − p)",
        &(2.0 * (&n - &p)),
        &slope(&a, |a| loss(a, &p, &n))?,
    );
    row(
        "positive: 2 (p − a)",
        &(2.0 * (&p - &a)),
        &slope(&p, |p| loss(&a, p, &n))?,
    );
    row(
        "negative: 2 (a − n)",
        &(2.0 * (&a - &n)),
        &slope(&n, |n| loss(&a, &p, n))?,
    );
    // The positive is the first of four similarities, the temperature 0.2.
    let s = array![[0.8, 0.5, 0.1, -0.3]];
    let by_hand = (softmax(&s, 0.2)? - array![[1.0, 0.0, 0.0, 0.0]]) / 0.2;
    let nce = |s: &Array2<f64>| softmax_cross_entropy(&(s / 0.2), &array![0]).map(|it| it[0]);
    row("InfoNCE: (p − y) / τ", &by_hand, &slope(&s, nce)?);
    // ANCHOR_END: program
    Ok(())
}

/// Central differences in each entry.
fn slope(
    at: &Array2<f64>,
    loss: impl Fn(&Array2<f64>) -> Result<f64, LossError>,
) -> Result<Array2<f64>, LossError> {
    let mut slope = Array2::zeros(at.raw_dim());
    for (j, it) in slope.iter_mut().enumerate() {
        let step = Array2::from_shape_fn(at.raw_dim(), |(_, k)| if j == k { 1e-5 } else { 0.0 });
        *it = (loss(&(at + &step))? - loss(&(at - &step))?) / 2e-5;
    }
    Ok(slope)
}

fn row(name: &str, by_hand: &Array2<f64>, found: &Array2<f64>) {
    println!("{name}\n    by hand         {by_hand:7.4}\n    by differences  {found:7.4}");
    assert_abs_diff_eq!(*by_hand, *found, epsilon = 1e-7);
}
