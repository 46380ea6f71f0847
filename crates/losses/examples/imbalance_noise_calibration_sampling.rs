//! Weighting, or dropping negatives, shifts the intercept by a known amount and widens the spread.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    // The truth: logit −4 + x with x normal, about 3 % positives.
    let (mut uniform, mut fits) = (uniforms(), [vec![], vec![], vec![]]);
    for _ in 0..200 {
        let data: Vec<(f64, f64, bool)> = (0..2000)
            .map(|_| {
                let x = (-2.0 * uniform().ln()).sqrt() * (std::f64::consts::TAU * uniform()).cos();
                let y = f64::from(uniform() < 1.0 / (1.0 + (4.0 - x).exp()));
                (x, y, y == 1.0 || uniform() < 0.1)
            })
            .collect();
        fits[0].push(fit(&data, |_, _| 1.0));
        fits[1].push(fit(&data, |y, _| if y == 1.0 { 10.0 } else { 1.0 }));
        fits[2].push(fit(&data, |_, kept| f64::from(kept)));
    }
    println!("200 samples of 2000; the truth: intercept -4, slope 1");
    println!("                      intercept   corrected   slope   its deviation");
    let names = ["all, no weight", "positives weigh 10", "1 in 10 negatives"];
    for ((name, fits), odds) in names.iter().zip(&fits).zip([1.0_f64, 10.0, 10.0]) {
        let (a, b): (Vec<f64>, Vec<f64>) = fits.iter().copied().unzip();
        let (a, b) = (Array1::from(a), Array1::from(b));
        let (raw, slope, spread) = (a.sum() / 200.0, b.sum() / 200.0, b.std(1.0));
        let corrected = raw - odds.ln();
        println!("{name:<20} {raw:10.3} {corrected:11.3} {slope:7.3} {spread:15.3}");
        assert_abs_diff_eq!(corrected, -4.0, epsilon = 0.06);
        assert_abs_diff_eq!(slope, 1.0, epsilon = 0.04);
    }
    println!("ln 10 = {:.3}", 10_f64.ln());
    // ANCHOR_END: program
}

/// Logistic regression of triples (x, y, kept) with weights, by Newton's method.
fn fit(data: &[(f64, f64, bool)], weight: impl Fn(f64, bool) -> f64) -> (f64, f64) {
    (0..12).fold((0.0, 0.0), |(a, b), _| {
        let (mut g0, mut g1, mut s0, mut s1, mut s2) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for &(x, y, kept) in data {
            let (p, w) = (1.0 / (1.0 + (-a - b * x).exp()), weight(y, kept));
            (g0, g1) = (g0 + w * (p - y), g1 + w * (p - y) * x);
            let v = w * p * (1.0 - p);
            (s0, s1, s2) = (s0 + v, s1 + v * x, s2 + v * x * x);
        }
        let d = s0 * s2 - s1 * s1;
        (a - (s2 * g0 - s1 * g1) / d, b - (s0 * g1 - s1 * g0) / d)
    })
}

fn uniforms() -> impl FnMut() -> f64 {
    let mut state = 1_u64;
    move || {
        state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
        ((state >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }
}
