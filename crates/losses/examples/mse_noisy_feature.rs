//! Noise in the feature flattens the least-squares slope; noise in the target does not.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // The target is twice the feature; the noise is plus or minus a, both at each point.
    let truth = array![-1.5, -0.5, 0.5, 1.5, -1.5, -0.5, 0.5, 1.5];
    let signs = array![1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0];
    let fit = |feature: &Array1<f64>, target: &Array1<f64>| -> Result<f64, LossError> {
        let mut slope = 0.0;
        for _ in 0..1000 {
            let pull = squared_error_gradient(&(feature * slope), target)?;
            slope -= 0.05 * mean(&(pull * feature))?;
        }
        Ok(slope)
    };
    println!("noise a   slope, a in the feature   slope, a in the target");
    for a in [0.0, 0.5, 1.0, 2.0] {
        let noise = a * &signs;
        let in_feature = fit(&(&truth + &noise), &(2.0 * &truth))?;
        let in_target = fit(&truth, &(2.0 * &truth + &noise))?;
        println!("{a:7.1} {in_feature:25.4} {in_target:24.4}");
        // The feature has the variance 1.25, the noise a².
        assert_relative_eq!(in_feature, 2.0 * 1.25 / (1.25 + a * a), max_relative = 1e-9);
        assert_relative_eq!(in_target, 2.0, max_relative = 1e-9);
    }
    // ANCHOR_END: program
    Ok(())
}
