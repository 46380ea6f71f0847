//! Label smoothing mixes two losses, and its gradient is p minus the smoothed label.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
type Smoothed = Result<(f64, Array2<f64>), LossError>;

/// Smoothed loss of one row, with eps / K for every class, and its gradient.
fn smoothed(logits: &Array2<f64>, label: usize, eps: f64) -> Smoothed {
    let n_classes = logits.ncols() as f64;
    let log_probabilities = log_softmax(logits)?;
    let of_label = -log_probabilities[[0, label]];
    let of_uniform = -log_probabilities.sum() / n_classes;
    let loss = (1.0 - eps) * of_label + eps * of_uniform;

    let mut gradient = log_probabilities.exp() - eps / n_classes;
    gradient[[0, label]] -= 1.0 - eps;
    Ok((loss, gradient))
}

fn main() -> Result<(), LossError> {
    let logits = array![[2.0, 1.0, 0.1]];
    for eps in [0.0, 0.1, 0.3] {
        let (loss, gradient) = smoothed(&logits, 0, eps)?;
        println!(
            "eps {eps:.1}: loss {loss:.6}, gradient {:9.6}",
            gradient.row(0)
        );

        // The same loss against the smoothed label, written out.
        let wrong = eps / 3.0;
        let target = array![[1.0 - eps + wrong, wrong, wrong]];
        let written_out = softmax_cross_entropy_with_probabilities(&logits, &target)?[0];
        assert_relative_eq!(loss, written_out, max_relative = 1e-12);
    }
    // ANCHOR_END: program
    for class in 0..3 {
        let loss_at = |step: f64| -> Result<f64, LossError> {
            let mut moved = logits.clone();
            moved[[0, class]] += step;
            Ok(smoothed(&moved, 0, 0.1)?.0)
        };
        let difference = (loss_at(1e-5)? - loss_at(-1e-5)?) / 2e-5;
        assert_abs_diff_eq!(
            smoothed(&logits, 0, 0.1)?.1[[0, class]],
            difference,
            epsilon = 1e-9
        );
    }
    Ok(())
}
