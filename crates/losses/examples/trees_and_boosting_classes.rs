//! Twice the diagonal of the softmax Hessian bounds it; the diagonal alone does not.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("probabilities            largest curvature over the diagonal's");
    for p in [
        array![0.5, 0.5],
        array![0.9, 0.1],
        Array1::from_elem(3, 1.0 / 3.0),
        array![0.5, 0.49, 0.01],
    ] {
        println!("{:<24} {:12.4}", format!("{p:.2}"), largest(&p));
        assert!(largest(&p) <= 2.0 + 1e-9);
    }
    // One leaf, two classes with the shares 0.7 and 0.3, learning rate 1.
    let shares = array![[0.7, 0.3]];
    println!("\nround   stated share of the first class, with the Hessian p(1 − p) times");
    println!("               1        2");
    let mut scores = [array![[0.0, 0.0]], array![[0.0, 0.0]]];
    for round in 0..=6 {
        let stated = [0, 1].map(|it| softmax(&scores[it], 1.0).map(|it| it[[0, 0]]));
        println!(
            "{round:5} {:10.4} {:8.4}",
            stated[0].clone()?,
            stated[1].clone()?
        );
        for (scores, factor) in scores.iter_mut().zip([1.0, 2.0]) {
            let p = softmax(scores, 1.0)?;
            let g = softmax_cross_entropy_with_probabilities_gradient(scores, &shares)?;
            *scores -= &(g / (factor * &p * (1.0 - &p)));
        }
    }
    // ANCHOR_END: program
    let settled = softmax(&scores[1], 1.0)?[[0, 0]];
    assert_abs_diff_eq!(settled, 0.7, epsilon = 1e-9);
    // From a stated 0.01 the step overshoots: a loss of 0.3 times the log-odds, from 0.7 ln 100.
    let p = array![0.01, 0.99];
    let moved: Array1<f64> = p.ln() + (array![0.7, 0.3] - &p) / (2.0 * &p * (1.0 - &p));
    assert!(0.3 * (moved[0] - moved[1]) > 5.0 * (0.7 * 100_f64.ln()));
    Ok(())
}

/// The largest of vᵀ(diag(p) − ppᵀ)v / vᵀ diag(p(1 − p)) v, by repeated multiplication.
fn largest(p: &Array1<f64>) -> f64 {
    let root = (p * &(1.0 - p)).sqrt();
    let scaled = |u: &Array1<f64>| {
        let v = u / &root;
        (p * &v - p * p.dot(&v)) / &root
    };
    let start = Array1::from_shape_fn(p.len(), |i| 1.0 + i as f64 * i as f64);
    let top = (0..2000).fold(start, |u, _| {
        let next = scaled(&u);
        &next / next.dot(&next).sqrt()
    });
    top.dot(&scaled(&top))
}
