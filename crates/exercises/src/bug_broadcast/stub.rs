use ndarray::{Array1, Array2};

/// The mean squared error of a column of predictions, (n, 1).
pub fn mean_squared_error(predictions: &Array2<f64>, targets: &Array1<f64>) -> f64 {
    let residuals = predictions - targets;
    residuals.mapv(|it| it * it).sum() / residuals.len() as f64
}
