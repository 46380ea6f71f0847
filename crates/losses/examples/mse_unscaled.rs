//! A large target makes descent diverge; clipping bounds it, scaling makes it converge.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("learning rate 0.01    its bound    not finite at    last two predictions");
    for (name, unit, limit) in [
        ("target 250", 1.0, f64::INFINITY),
        ("the same, clipped", 1.0, 10.0),
        ("target 250 / 250", 250.0, f64::INFINITY),
    ] {
        // Two linear layers of one unit each: the prediction for the input 1 is u · v.
        let (mut u, mut v) = (0.5, 0.5);
        let mut predictions = Vec::new();
        for _ in 0..2000 {
            predictions.push(u * v * unit);
            let slope = squared_error_gradient(&array![u * v], &array![250.0 / unit])?[0];
            let norm = (slope * v).hypot(slope * u);
            let step = 0.01 * slope * (limit / norm).min(1.0);
            (u, v) = (u - step * v, v - step * u);
        }
        // At the solution u = v = √target the curvature is 2u² + 2v².
        let bound = 2.0 / (4.0 * 250.0 / unit);
        let failed = predictions.iter().position(|it| !it.is_finite());
        let shown = failed.map_or("never".into(), |step| format!("step {step}"));
        let [before, last] = [predictions[1998], predictions[1999]];
        println!("{name:<18} {bound:12.3} {shown:>16} {before:12.3} {last:10.3}");
        assert_eq!((last - 250.0).abs() < 1e-9, 0.01 < bound);
        assert_eq!(failed.is_none(), limit.is_finite() || 0.01 < bound);
    }
    // ANCHOR_END: program
    Ok(())
}
