use ndarray::Array2;

/// The mean batch-hard loss from a matrix of distances; each class occurs twice or more.
pub fn batch_hard(distances: &Array2<f64>, labels: &[usize], margin: f64) -> f64 {
    let losses = (0..labels.len()).map(|anchor| {
        let row = distances.row(anchor);
        let same = |other: usize| f64::from(u8::from(labels[other] == labels[anchor]));
        let masked = |keep: &dyn Fn(usize) -> f64| -> Vec<f64> {
            row.iter().enumerate().map(|(other, distance)| distance * keep(other)).collect()
        };
        let hardest_positive = masked(&same).into_iter().fold(0.0, f64::max);
        let hardest_negative = masked(&|other| 1.0 - same(other)).into_iter().fold(f64::INFINITY, f64::min);
        f64::max(0.0, hardest_positive - hardest_negative + margin)
    });
    losses.sum::<f64>() / labels.len() as f64
}
