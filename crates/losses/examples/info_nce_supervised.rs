//! Several positives: with the mean outside of the logarithm each is pulled, inside a near one satisfies the loss.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Cosines of an anchor with two of its class, one near and one far, and two others.
    let (similarities, temperature) = (array![[0.9, 0.1, 0.3, 0.2]], 0.1);
    // Outside: cross-entropy with the label shared among the positives.
    let shares = array![[0.5, 0.5, 0.0, 0.0]];
    let outside = |s: &Array2<f64>| {
        let logits = s / temperature;
        softmax_cross_entropy_with_probabilities(&logits, &shares).map(|it| it[0])
    };
    // Inside: minus the logarithm of the mean probability of the positives.
    let inside = |s: &Array2<f64>| {
        let p = softmax(s, temperature)?;
        Ok::<_, LossError>(-((p[[0, 0]] + p[[0, 1]]) / 2.0).ln())
    };
    println!("mean      loss   slope of the near   of the far positive");
    let [near, far] = [0, 1].map(|it| slope(outside, &similarities, it));
    println!(
        "outside {:.4} {:19.4} {:21.4}",
        outside(&similarities)?,
        near?,
        far?
    );
    let [near, far] = [0, 1].map(|it| slope(inside, &similarities, it));
    println!(
        "inside  {:.4} {:19.4} {:21.4}",
        inside(&similarities)?,
        near?,
        far?
    );
    // ANCHOR_END: program
    let p = softmax(&similarities, temperature)?;
    let (near, far) = (p[[0, 0]], p[[0, 1]]);
    let found = slope(outside, &similarities, 1)? * temperature;
    assert_abs_diff_eq!(found, far - 0.5, epsilon = 1e-6);
    let found = slope(inside, &similarities, 0)? * temperature;
    assert_abs_diff_eq!(found, near - near / (near + far), epsilon = 1e-6);
    Ok(())
}

/// A central difference in one similarity.
fn slope(
    loss: impl Fn(&Array2<f64>) -> Result<f64, LossError>,
    at: &Array2<f64>,
    column: usize,
) -> Result<f64, LossError> {
    let (mut left, mut right) = (at.clone(), at.clone());
    left[[0, column]] -= 1e-5;
    right[[0, column]] += 1e-5;
    Ok((loss(&right)? - loss(&left)?) / 2e-5)
}
