//! The root changes the length of the gradient and not its direction: an outlier has the same share of it.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let targets = array![10.0, 12.0, 11.0, 9.0, 60.0];
    let rmse =
        |c: &Array1<f64>| squared_error(c, &targets).map_or(f64::NAN, |it| (it.sum() / 5.0).sqrt());
    println!("prediction   share of the outlier in the     length of the gradient");
    println!("for all         gradient: MSE     RMSE         MSE     RMSE");
    for constant in [0.0, 11.0, 20.4, 1000.0] {
        let predictions = Array1::from_elem(5, constant);
        let of_mse = squared_error_gradient(&predictions, &targets)? / 5.0;
        // The gradient of the root by central differences.
        let of_rmse = Array1::from_shape_fn(5, |i| {
            let moved = |step| Array1::from_shape_fn(5, |j| constant + step * f64::from(i == j));
            (rmse(&moved(1e-4)) - rmse(&moved(-1e-4))) / 2e-4
        });
        let [a, b] = [&of_mse, &of_rmse].map(|it| it[4].abs() / it.mapv(f64::abs).sum());
        let [c, d] = [&of_mse, &of_rmse].map(|it| it.dot(it).sqrt());
        println!("{constant:10} {a:20.4} {b:8.4} {c:11.4} {d:8.4}");
        assert_abs_diff_eq!(a, b, epsilon = 1e-6);
        // By hand: r / (n RMSE) has the length 1 / √n wherever it exists.
        assert_abs_diff_eq!(d, 0.2_f64.sqrt(), epsilon = 1e-6);
    }
    let root = |r: &[f64]| (r.iter().map(|r| r * r).sum::<f64>() / r.len() as f64).sqrt();
    let (all, parts) = (
        root(&[3.0, 4.0, 0.0, 12.0]),
        [root(&[3.0, 4.0]), root(&[0.0, 12.0])],
    );
    println!(
        "RMSE of four residuals {all:.4}, mean of two batches {:.4}",
        (parts[0] + parts[1]) / 2.0
    );
    assert_relative_eq!(all, 6.5);
    // ANCHOR_END: program
    Ok(())
}
