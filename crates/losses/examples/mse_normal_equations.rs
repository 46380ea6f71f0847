//! A line over time stamps: the normal equations lose the slope, centered columns keep it.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let seconds = Array1::linspace(0.0, 9.0, 10);
    let y = 0.5 * &seconds + 3.0;
    println!("  x from   slope by normal equations   after centering");
    for start in [0.0, 1e3, 1e6, 1e8, 1.7e9] {
        let x = &seconds + start;

        // Cramer's rule for XᵀX w = Xᵀy with the columns 1 and x.
        let determinant: f64 = 10.0 * x.dot(&x) - x.sum() * x.sum();
        let normal = (10.0 * x.dot(&y) - x.sum() * y.sum()) / determinant;

        // The first step of a QR factorization: take the column of ones out of x.
        let centered = &x - mean(&x)?;
        let slope = centered.dot(&y) / centered.dot(&centered);
        println!("{start:8.1e} {normal:27.6} {slope:17.6}");
        assert_abs_diff_eq!(slope, 0.5, epsilon = 1e-12);
    }
    // ANCHOR_END: program
    Ok(())
}
