//! Three ways to be shown a negative divergence, though none exists.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    let mut normal = normal_samples();
    // ANCHOR: program
    println!("1. The numbers are not distributions.");
    let unchecked = naive::kl_divergence_with_epsilon(&[0.2, 0.3], &[0.5, 0.5_f64], 0.0);
    println!("   [0.2, 0.3] against [0.5, 0.5]   {unchecked:.6}");
    assert!(kl_divergence(&array![[0.2, 0.3]], &array![[0.5, 0.5]]).is_err());
    let normalized = kl_divergence(&array![[0.4, 0.6]], &array![[0.5, 0.5]])?[0];
    println!("   [0.4, 0.6] against [0.5, 0.5]   {normalized:.6}");

    println!("2. It is an estimate from 10 samples of q = N(0, 1), for p = N(0.1, 1).");
    let log_ratio = Array2::from_shape_simple_fn((1000, 10), || 0.1 * normal() - 0.005);
    let negative = |estimator: fn(f64) -> f64| {
        let means = log_ratio.mapv(estimator).sum_axis(Axis(1));
        means.iter().filter(|&&mean| mean < 0.0).count()
    };
    println!(
        "   negative of 1000 means of −ln r         {:>3}",
        negative(|l| -l)
    );
    println!(
        "   negative of 1000 means of r − 1 − ln r  {:>3}",
        negative(|l| l.exp_m1() - l)
    );
    assert!(negative(|l| -l) > 400 && negative(|l| l.exp_m1() - l) == 0);

    println!("3. The rounding is larger than the divergence.");
    let (p, q) = ([0.1, 0.2, 0.7], [0.100_01, 0.200_01, 0.699_98]);
    let [single_p, single_q] = [p, q].map(|it| it.map(|it| it as f32));
    let single = naive::kl_divergence_with_epsilon(&single_p, &single_q, 0.0);
    let double = kl_divergence(&array![p], &array![q])?[0];
    println!("   in single precision {single:10.2e}\n   in double precision {double:10.2e}");
    assert!(single < 0.0 && double > 0.0);
    // ANCHOR_END: program
    Ok(())
}

/// A linear congruential generator and Box–Muller.
fn normal_samples() -> impl FnMut() -> f64 {
    let mut state = 1_u64;
    let mut uniform = move || {
        state = state.wrapping_mul(0x5851_f42d_4c95_7f2d) + 1;
        ((state >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    };
    move || (-2.0 * uniform().ln()).sqrt() * (std::f64::consts::TAU * uniform()).cos()
}
