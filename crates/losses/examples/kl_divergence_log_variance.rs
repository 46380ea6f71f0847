//! The prior term of an autoencoder in f32: the exponential of the log-variance overflows.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("    s   term from s   slope in s   term from σ");
    for s in [-200.0_f32, -5.0, 0.0, 20.0, 88.0, 89.0] {
        let variance = s.exp();
        let term = 0.5 * (variance - s - 1.0);
        let slope = 0.5 * (variance - 1.0);
        // The network outputs σ instead, and the loss takes the logarithm of its square.
        let sigma = (0.5 * s).exp();
        let through_sigma = 0.5 * (sigma * sigma - (sigma * sigma).ln() - 1.0);
        println!("{s:5} {term:13.4e} {slope:12.3e} {through_sigma:13.4e}");
    }
    // ANCHOR_END: program
    // In range, the closed form of the library.
    for s in [-5.0_f64, 20.0] {
        let encoder = Gaussian::new(0.0, (0.5 * s).exp())?;
        let term = 0.5 * (s.exp() - s - 1.0);
        let library = gaussian_kl_divergence(encoder, Gaussian::new(0.0, 1.0)?);
        assert_relative_eq!(term, library, max_relative = 1e-9);
    }
    // Through σ: its square is rounded to 0, or is infinite.
    let square = |s: f32| (0.5 * s).exp().powi(2);
    assert_eq!(square(-200.0).ln(), f32::NEG_INFINITY);
    assert!((square(89.0) - square(89.0).ln()).is_nan());
    assert_eq!(
        [88.0_f32.exp().is_finite(), 89.0_f32.exp().is_finite()],
        [true, false]
    );
    Ok(())
}
