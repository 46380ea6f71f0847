//! A change of unit scales MSE by its square, RMSE and MAE by itself, and leaves R² alone.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let heights = array![1.5, 1.6, 1.7, 1.8, 1.9]; // in meters
    let predicted = array![1.6, 1.6, 1.7, 1.7, 1.7];
    let center = mean(&heights)?;
    let spread = mean(&(&heights - center).mapv(|it| it * it))?.sqrt();

    println!("unit                 MSE     RMSE      MAE       R²");
    let units = [
        ("meter", 0.0, 1.0),
        ("centimeter", 0.0, 0.01),
        ("standardized", center, spread),
    ];
    for (unit, zero, size) in units {
        let [predicted, heights] = [&predicted, &heights].map(|it| (it - zero) / size);
        let mse = mean(&squared_error(&predicted, &heights)?)?;
        let mae = mean(&absolute_error(&predicted, &heights)?)?;
        let rmse = mse.sqrt();
        // What the best constant, the mean, leaves unexplained.
        let baseline = Array1::from_elem(5, mean(&heights)?);
        let r_squared = 1.0 - mse / mean(&squared_error(&baseline, &heights)?)?;
        println!("{unit:<12} {mse:>11.4} {rmse:>8.4} {mae:>8.4} {r_squared:>8.4}");

        // By hand in meters: the residuals are 0.1, 0, 0, −0.1 and −0.2.
        assert_relative_eq!(mse * size * size, 0.06 / 5.0, max_relative = 1e-9);
        assert_relative_eq!(mae * size, 0.4 / 5.0, max_relative = 1e-9);
        assert_relative_eq!(r_squared, 1.0 - 0.06 / 0.10, max_relative = 1e-9);
        assert!(mae <= rmse && rmse <= 5.0_f64.sqrt() * mae);
    }
    println!("standard deviation of the heights: {spread:.4} meters");
    // ANCHOR_END: program

    // RMSE over MAE for many residuals of one shape, by integrals on both sides of zero.
    let ratio = |density: fn(f64) -> f64| -> f64 {
        let points = (0..400_000).map(|i| (f64::from(i) + 0.5) / 10_000.0);
        let [mass, size, square] = points.fold([0.0; 3], |[mass, size, square], x| {
            let p = density(x);
            [mass + p, size + p * x, square + p * x * x]
        });
        (square / mass).sqrt() / (size / mass)
    };
    let (normal, laplace) = (ratio(|x| (-0.5 * x * x).exp()), ratio(|x| (-x).exp()));
    println!("RMSE over MAE of normal residuals {normal:.4}, of Laplace ones {laplace:.4}");
    assert_relative_eq!(
        normal,
        std::f64::consts::FRAC_PI_2.sqrt(),
        max_relative = 1e-6
    );
    assert_relative_eq!(laplace, 2.0_f64.sqrt(), max_relative = 1e-6);
    Ok(())
}
