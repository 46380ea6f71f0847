//! The multi-class hinge loss of Weston and Watkins.
extern crate ndarray;

// ANCHOR: answer
use ndarray::Array2;

/// The mean over the rows of Σ max(0, 1 + rival − right); `labels` holds the right classes.
pub fn multi_class_hinge(scores: &Array2<f64>, labels: &[usize]) -> f64 {
    // ANCHOR: solution
    let row_loss = |(row, &label): (ndarray::ArrayView1<f64>, &usize)| {
        // The right class pays exactly 1 to itself.
        row.mapv(|score| f64::max(0.0, 1.0 + score - row[label]))
            .sum()
            - 1.0
    };
    let total: f64 = scores.rows().into_iter().zip(labels).map(row_loss).sum();
    total / labels.len() as f64
    // ANCHOR_END: solution
}

/// A subgradient with respect to the scores, 0 at the kinks.
pub fn subgradient(scores: &Array2<f64>, labels: &[usize]) -> Array2<f64> {
    // ANCHOR: solution
    let mut gradient = scores.clone();
    for (mut row, &label) in gradient.rows_mut().into_iter().zip(labels) {
        let right = row[label];
        row.mapv_inplace(|score| f64::from(1.0 + score - right > 0.0));
        row[label] = 0.0;
        row[label] = -row.sum();
    }
    gradient / labels.len() as f64
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
