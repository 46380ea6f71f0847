//! KL of a diagonal normal from the standard one, from mean and log-variance, with both gradients: the answer to the coding question.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// ½ ∑ (μ² + eˢ − 1 − s) with s = ln σ², and its gradients in μ and in s.
fn from_standard(mean: &[f64], log_variance: &[f64]) -> (f64, Vec<f64>, Vec<f64>) {
    // exp_m1 keeps the digits where σ is near 1 and eˢ − 1 − s is tiny.
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
            let at = |step: f64| {
                let mut moved = log_variance;
                moved[axis] += step;
                from_standard(&mean, &moved).0
            };
            let difference = (at(1e-5) - at(-1e-5)) / 2e-5;
            assert_abs_diff_eq!(by_log[axis], difference, epsilon = 1e-6);
        }
    }
    Ok(())
}
