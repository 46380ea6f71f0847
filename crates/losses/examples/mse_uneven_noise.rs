//! Noise of uneven size: least squares stays unbiased, wastes data, and misjudges its own error.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Targets 2x, plus or minus x: all 256 patterns of signs are equally likely.
    let x = Array1::from_iter((1..=8).map(f64::from));
    let sum_of_squares = x.dot(&x);
    let mut results = Array2::zeros((0, 4));
    for pattern in 0..256 {
        let signs = Array1::from_iter((0..8).map(|i| f64::from(2 * (pattern >> i & 1) - 1)));
        let y = 2.0 * &x + &signs * &x;
        let slope = x.dot(&y) / sum_of_squares;
        let weighted = mean(&(&y / &x))?; // least squares with the weights 1/x²
        let residuals = slope * &x - &y;
        let usual = residuals.dot(&residuals) / 7.0 / sum_of_squares;
        let robust = (&residuals * &x).pow2().sum() / sum_of_squares.powi(2);
        results
            .push_row(array![slope, weighted, usual, robust].view())
            .unwrap();
    }
    let average = results.mean_axis(Axis(0)).unwrap();
    let variance = results.var_axis(Axis(0), 0.0);
    println!("                          mean of the slope   variance of the slope");
    println!("least squares {:29.4} {:23.4}", average[0], variance[0]);
    println!(
        "weights 1/variance {:24.4} {:23.4}",
        average[1], variance[1]
    );
    println!("its variance, by the usual formula {:32.4}", average[2]);
    println!("its variance, from squared residuals {:30.4}", average[3]);
    // ANCHOR_END: program

    // By hand: the noise is unbiased, and independent signs add their variances.
    assert_abs_diff_eq!(average[0], 2.0, epsilon = 1e-12);
    let by_hand = x.pow2().dot(&x.pow2()) / sum_of_squares.powi(2);
    assert_relative_eq!(variance[0], by_hand, max_relative = 1e-12);
    assert_relative_eq!(variance[1], 1.0 / 8.0, max_relative = 1e-12);
    // The mean square of each residual, from the projection that takes the fit away.
    let kept = |i, j| f64::from(u8::from(i == j)) - x[i] * x[j] / sum_of_squares;
    let squares = Array2::from_shape_fn((8, 8), |(i, j)| (kept(i, j) * x[j]).powi(2));
    let squares = squares.sum_axis(Axis(1));
    let usual = squares.sum() / 7.0 / sum_of_squares;
    assert_relative_eq!(average[2], usual, max_relative = 1e-12);
    let robust = squares.dot(&x.pow2()) / sum_of_squares.powi(2);
    assert_relative_eq!(average[3], robust, max_relative = 1e-12);
    Ok(())
}
