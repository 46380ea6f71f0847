//! Squared error on degrees averages 350 and 10 to the opposite direction; on the circle it works.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let degrees = array![350.0_f64, 10.0, 30.0];
    let mut constant = 0.0;
    for _ in 0..100 {
        let residuals = Array1::from_elem(3, constant);
        constant -= 0.25 * mean(&squared_error_gradient(&residuals, &degrees)?)?;
    }

    // The same loss on the cosine and the sine, which have no jump at 360.
    let angles = degrees.mapv(f64::to_radians);
    let targets = [angles.cos(), angles.sin()];
    let mut point = [0.0; 2];
    for _ in 0..100 {
        for (coordinate, target) in point.iter_mut().zip(&targets) {
            let predictions = Array1::from_elem(3, *coordinate);
            *coordinate -= 0.25 * mean(&squared_error_gradient(&predictions, target)?)?;
        }
    }
    let direction = point[1].atan2(point[0]).to_degrees();
    let length = point[0].hypot(point[1]);
    println!("targets {degrees} degrees");
    println!("squared error on degrees         {constant:7.3} degrees");
    println!("squared error on cosine and sine {direction:7.3} degrees, length {length:.4}");
    // Symmetric about 10 degrees; the length is the mean cosine of the distances.
    assert_abs_diff_eq!(direction, 10.0, epsilon = 1e-9);
    let cosine = 20_f64.to_radians().cos();
    assert_abs_diff_eq!(length, (2.0 * cosine + 1.0) / 3.0, epsilon = 1e-9);
    assert_abs_diff_eq!(constant, 130.0, epsilon = 1e-9);
    // ANCHOR_END: program
    Ok(())
}
