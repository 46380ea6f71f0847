//! A Poisson number of gamma amounts has the variance φ μ^p, and a share e^−λ of exact zeros.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    let (power, dispersion) = (1.5, 20.0);
    println!("power 1.5, φ = 20      mean     variance     exact zeros");
    for mean in [25_f64, 100.0] {
        let rate = mean.powf(2.0 - power) / (dispersion * (2.0 - power));
        let scale = dispersion * (power - 1.0) * mean.powf(power - 1.0);
        // The shape (2 − p) / (p − 1) is 1 here: the amounts are exponential.
        let totals = (0..400_000).map(|seed| total(seed, rate, scale));
        let totals = Array1::from_iter(totals);
        let simulated = totals.sum() / 4e5;
        let variance = (&totals - simulated).powi(2).sum() / 4e5;
        let zeros = totals.iter().filter(|it| **it == 0.0).count() as f64 / 4e5;
        let (law, none) = (dispersion * mean.powf(power), (-rate).exp());
        println!("simulated        {simulated:10.2} {variance:12.0} {zeros:15.4}");
        println!("formula          {mean:10.2} {law:12.0} {none:15.4}");
        assert_relative_eq!(simulated, mean, max_relative = 0.01);
        assert_relative_eq!(variance, law, max_relative = 0.02);
        assert_abs_diff_eq!(zeros, none, epsilon = 0.003);
    }
    // ANCHOR_END: program
}

/// The sum of a Poisson number of exponential amounts.
fn total(seed: u64, rate: f64, scale: f64) -> f64 {
    let mut state = seed << 20;
    let mut waiting = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let uniform = ((it ^ (it >> 31)) >> 11) as f64 / (1_u64 << 53) as f64;
        -(1.0 - uniform).ln()
    };
    let (mut time, mut sum) = (waiting(), 0.0);
    while time < rate {
        sum += scale * waiting();
        time += waiting();
    }
    sum
}
