//! What is computed from a number near 1 has lost what made it differ from 1.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    println!("x, in f32         1e-2      1e-4      1e-6      1e-8");
    let xs = [1e-2_f32, 1e-4, 1e-6, 1e-8];
    let rows: [(&str, fn(f32) -> f32, fn(f64) -> f64); 4] = [
        ("ln(1 + x)", |x| (1.0 + x).ln(), f64::ln_1p),
        ("ln_1p(x)", f32::ln_1p, f64::ln_1p),
        ("e^x - 1", |x| x.exp() - 1.0, f64::exp_m1),
        ("exp_m1(x)", f32::exp_m1, f64::exp_m1),
    ];
    for (name, in_f32, exact) in rows {
        let errors = xs.map(|x| (f64::from(in_f32(x)) / exact(x.into()) - 1.0).abs());
        let [a, b, c, d] = errors;
        println!("{name:12}{a:10.0e}{b:10.0e}{c:10.0e}{d:10.0e}");
        assert_eq!(errors[3] > 0.5, name.contains('1') && !name.contains('_'));
    }
    // 1 − σ(z) and σ(−z) are the same number.
    let naive = 1.0 - naive::sigmoid(20.0_f32);
    println!(
        "1 - σ(20) {naive}, σ(-20) {:.4e}",
        naive::sigmoid(-20.0_f32)
    );
    // ln(1 − e⁻ˣ): which form depends on the side of ln 2.
    for (name, x) in [("1e-9", 1e-9_f32), ("30", 30.0)] {
        let (left, right) = ((-(-x).exp_m1()).ln(), (-(-x).exp()).ln_1p());
        println!("ln(1 - e^-{name}): ln(-exp_m1) {left:.4e}, ln_1p(-exp) {right:.4e}");
    }
    // ANCHOR_END: program
    assert_eq!(naive, 0.0);
    assert_relative_eq!(
        (-(-1e-9_f64).exp_m1()).ln(),
        1e-9_f64.ln(),
        max_relative = 1e-9
    );
    assert_relative_eq!(
        f64::from((-(-30_f32).exp()).ln_1p()),
        -(-30_f64).exp(),
        max_relative = 1e-6
    );
    assert!((-(-1e-9_f32).exp()).ln_1p().is_infinite() && (-(-30_f32).exp_m1()).ln() == 0.0);
}
