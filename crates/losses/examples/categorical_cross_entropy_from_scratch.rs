//! Softmax cross-entropy with its backward pass, from nothing but slices.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Mean loss of a batch, and its gradient in the logits.
fn forward_backward(rows: &[Vec<f64>], labels: &[usize]) -> (f64, Vec<Vec<f64>>) {
    let n = rows.len() as f64;
    let mut loss = 0.0;
    let mut gradient = Vec::new();
    for (row, &label) in rows.iter().zip(labels) {
        let max = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let exponentials: Vec<f64> = row.iter().map(|logit| (logit - max).exp()).collect();
        let sum: f64 = exponentials.iter().sum();
        loss += (max - row[label] + sum.ln()) / n;

        let mut slopes: Vec<f64> = exponentials.iter().map(|it| it / sum / n).collect();
        slopes[label] -= 1.0 / n;
        gradient.push(slopes);
    }
    (loss, gradient)
}

fn main() -> Result<(), LossError> {
    let rows = [
        vec![2.0, 1.0, 0.1],
        vec![-1.0, 3.0, 0.5],
        vec![1000.0, 0.0, -1000.0],
    ];
    let labels = [0, 2, 1];
    let (loss, gradient) = forward_backward(&rows, &labels);
    println!("mean loss {loss:.6}");
    for slopes in &gradient {
        println!("{:9.6}", Array1::from(slopes.clone()));
    }
    // ANCHOR_END: program

    let flat: Vec<f64> = rows.iter().flatten().copied().collect();
    let logits = Array2::from_shape_fn((3, 3), |(row, class)| flat[3 * row + class]);
    let expected = mean(&softmax_cross_entropy(
        &logits,
        &Array1::from(labels.to_vec()),
    )?)?;
    assert_relative_eq!(loss, expected, max_relative = 1e-12);
    for row in 0..2 {
        for class in 0..3 {
            let loss_at = |step: f64| {
                let mut moved = rows.clone();
                moved[row][class] += step;
                forward_backward(&moved[..2], &labels[..2]).0 * 2.0 / 3.0
            };
            let difference = (loss_at(1e-5) - loss_at(-1e-5)) / 2e-5;
            assert_abs_diff_eq!(gradient[row][class], difference, epsilon = 1e-9);
        }
    }
    Ok(())
}
