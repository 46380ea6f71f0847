//! Contrastive loss with its gradient, from slices: a spring that pulls, and one that pushes until its rest length is the margin.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Loss of a pair, and its gradient in the first embedding.
fn forward_backward(a: &[f64], b: &[f64], similar: bool, margin: f64) -> (f64, Vec<f64>) {
    let difference: Vec<f64> = a.iter().zip(b).map(|(a, b)| a - b).collect();
    let d = difference.iter().map(|it| it * it).sum::<f64>().sqrt();
    let slack = f64::max(margin - d, 0.0);
    let (loss, factor) = match similar {
        true => (d * d / 2.0, 1.0),
        // At distance 0 no direction is preferred.
        false if d == 0.0 => (slack * slack / 2.0, 0.0),
        false => (slack * slack / 2.0, 0.0 - slack / d),
    };
    (loss, difference.iter().map(|it| factor * it).collect())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (b, margin) = ([0.0, 0.0], 2.0);
    println!("first embedding  pair        loss     gradient");
    for a in [[0.0, 0.0], [0.3, 0.4], [1.2, 1.6], [3.0, 4.0]] {
        for (name, similar) in [("similar", true), ("dissimilar", false)] {
            let (loss, gradient) = forward_backward(&a, &b, similar, margin);
            println!("{a:?}       {name:<10} {loss:7.4}  {gradient:7.4?}");
            check(a, b, similar, margin)?;
        }
    }
    // ANCHOR_END: program
    Ok(())
}

fn check(a: [f64; 2], b: [f64; 2], similar: bool, margin: f64) -> Result<(), LossError> {
    let pair = array![[Pair::Dissimilar, Pair::Similar][usize::from(similar)]];
    let (loss, gradient) = forward_backward(&a, &b, similar, margin);
    let expected = contrastive_gradient(&array![a], &array![b], &pair, margin)?;
    assert_relative_eq!(array![[gradient[0], gradient[1]]], expected);
    let expected = contrastive(&array![a], &array![b], &pair, margin)?[0];
    assert_relative_eq!(loss, expected, max_relative = 1e-12);
    let at = |step: f64| forward_backward(&[a[0] + step, a[1]], &b, similar, margin).0;
    assert_abs_diff_eq!(gradient[0], (at(1e-6) - at(-1e-6)) / 2e-6, epsilon = 1e-6);
    Ok(())
}
