//! Noise, signal and velocity are one prediction in three coordinates, and an equal error in one is another weight in the next.

extern crate losses;

use std::f64::consts::FRAC_PI_4;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // x = a x₀ + s e with a² + s² = 1, and v = a e − s x₀.
    let (x0, noise, miss) = (0.7, -0.4, 0.01);
    println!("signal a   noise s   error of x₀       of v   SNR, a²/s²");
    for angle in [0.1_f64, 0.5, FRAC_PI_4, 1.2, 1.5] {
        let (a, s) = (angle.cos(), angle.sin());
        let (x, v) = (a * x0 + s * noise, a * noise - s * x0);
        // Both are linear in the prediction of the noise, which misses a little.
        let x0_of = |e: f64| (x - s * e) / a;
        let v_of = |e: f64| a * e - s * x0_of(e);
        let [by_x0, by_v] = [x0_of(noise + miss) - x0, v_of(noise + miss) - v];
        let squares = [by_x0, by_v].map(|it| (it / miss) * (it / miss));
        let ratio = (a / s) * (a / s);
        println!(
            "{a:8.4} {s:9.4} {:13.4} {:10.4} {ratio:12.4}",
            squares[0], squares[1]
        );
        assert_relative_eq!(squares[0], 1.0 / ratio, max_relative = 1e-9);
        assert_relative_eq!(squares[1], 1.0 + 1.0 / ratio, max_relative = 1e-9);
        // Back from v: x₀ = a x − s v and e = s x + a v.
        assert_relative_eq!(a * x - s * v, x0, max_relative = 1e-12);
        assert_relative_eq!(s * x + a * v, noise, max_relative = 1e-12);
    }
    // ANCHOR_END: program
    Ok(())
}
