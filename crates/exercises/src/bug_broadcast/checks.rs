use ndarray::array;

use super::answer::mean_squared_error;
use crate::teach::close;

#[test]
fn perfect_predictions_cost_nothing() {
    let value = mean_squared_error(&array![[1.0], [2.0], [6.0]], &array![1.0, 2.0, 6.0]);
    close(
        value,
        0.0,
        "every prediction is exact; yours compares each prediction with each target",
    );
}

#[test]
fn compares_row_by_row() {
    let value = mean_squared_error(&array![[1.0], [5.0]], &array![2.0, 2.0]);
    close(value, 5.0, "the residuals are −1 and 3");
}
