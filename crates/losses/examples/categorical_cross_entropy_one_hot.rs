//! Cross-entropy from probabilities and one-hot rows, with a clip: its cap and its dead slope.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    type Row = [f64; 3];
    fn cross_entropy(probabilities: &[Row], one_hot: &[Row], epsilon: f64) -> f64 {
        assert_eq!(probabilities.len(), one_hot.len(), "one label for each row");
        assert!(!one_hot.is_empty(), "no mean without examples");
        let of_row = |(p, t): (&Row, &Row)| -> f64 {
            assert!(
                (p.iter().sum::<f64>() - 1.0).abs() < 1e-6,
                "a row sums to 1"
            );
            let terms = p.iter().zip(t).map(|(p, t)| -t * p.max(epsilon).ln());
            terms.sum()
        };
        let total: f64 = probabilities.iter().zip(one_hot).map(of_row).sum();
        total / one_hot.len() as f64
    }
    let rows = [[0.7, 0.2, 0.1], [0.3, 0.6, 0.1], [1.0, 0.0, 0.0]];
    let labels = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    let [two, three] = [2, 3].map(|n| cross_entropy(&rows[..n], &labels[..n], 1e-7));
    println!("mean of two rows {two:.6}, with the impossible one {three:.6}");
    let at = |p: f64| cross_entropy(&[[1.0 - p, p, 0.0]], &labels[1..2], 1e-7);
    for (p, by_hand) in [(1e-3, -1e3), (1e-8, 0.0)] {
        let slope = (at(1.001 * p) - at(0.999 * p)) / (0.002 * p);
        println!("true probability {p:e}: slope {slope:.1}");
        assert_relative_eq!(slope, by_hand, max_relative = 1e-6);
    }
    // ANCHOR_END: program

    // The logarithm of a probability is a valid logit: the same from logits.
    let logits = Array2::from(rows[..2].to_vec()).ln();
    let from_logits = mean(&softmax_cross_entropy(&logits, &array![0, 1])?)?;
    assert_relative_eq!(two, from_logits, max_relative = 1e-12);
    Ok(())
}
