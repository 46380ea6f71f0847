//! KL of a diagonal normal from the standard one, from mean and log-variance, with both gradients: the answer to the coding question.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// ½ ∑ (μ² + eˢ − 1 − s) with s = ln σ², and its gradients in μ and in s.
fn from_standard(mean: &[f64], log_variance: &[f64]) -> (f64, Vec<f64>, Vec<f64>) {
    // exp_m1 keeps more digits where σ is near 1 and eˢ − 1 − s is tiny.
    let term = |(m, s): (&f64, &f64)| 0.5 * (m * m + (s.exp_m1() - s));
    let loss = mean.iter().zip(log_variance).map(term).sum();
    let in_log_variance = log_variance.iter().map(|s| 0.5 * s.exp_m1()).collect();
    (loss, mean.to_vec(), in_log_variance)
}
// ANCHOR_END: program

fn main() -> Result<(), LossError> {
    println!("KL of the code       in the mean   in the log-variance");
    for (mean, log_variance) in [
        ([0.0, 0.0], [0.0, 0.0]),
        ([1.0, -0.5], [0.4, -3.0]),
        ([0.0, 2.0], [1e-6, 5.0]),
    ] {
        let (loss, by_mean, by_log) = from_standard(&mean, &log_variance);
        let [by_mean, by_log] = [by_mean, by_log].map(Array1::from);
        println!("{loss:14.6}   {by_mean:8.4} {by_log:12.4}");
        let mut of_library = 0.0;
        for (m, s) in mean.iter().zip(&log_variance) {
            let code = Gaussian::new(*m, (s / 2.0).exp())?;
            of_library += gaussian_kl_divergence(code, Gaussian::new(0.0, 1.0)?);
        }
        assert_abs_diff_eq!(loss, of_library, epsilon = 1e-12);
        for axis in 0..2 {
            let at = |in_mean: f64, in_log: f64| {
                let (mut mean, mut log) = (mean, log_variance);
                mean[axis] += in_mean;
                log[axis] += in_log;
                from_standard(&mean, &log).0
            };
            let difference = (at(0.0, 1e-5) - at(0.0, -1e-5)) / 2e-5;
            assert_abs_diff_eq!(by_log[axis], difference, epsilon = 1e-6);
            let difference = (at(1e-5, 0.0) - at(-1e-5, 0.0)) / 2e-5;
            assert_abs_diff_eq!(by_mean[axis], difference, epsilon = 1e-6);
        }
    }
    // Near σ = 1 by the series; with exp in the place of exp_m1 four digits are left.
    let s = 1e-6_f64;
    let (loss, _, slope) = from_standard(&[0.0], &[s]);
    let series = s * s / 4.0 + s.powi(3) / 12.0;
    assert_relative_eq!(loss, series, max_relative = 1e-9, epsilon = 0.0);
    assert_relative_eq!(slope[0], s / 2.0 + s * s / 4.0, max_relative = 1e-12);
    let naive = 0.5 * (s.exp() - 1.0 - s);
    assert!((naive / series - 1.0).abs() > 1e-5);
    Ok(())
}
