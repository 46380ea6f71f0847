//! Log-cosh needs one form for large residuals and another for small ones.

extern crate losses;

use losses::prelude::*;
use std::f64::consts::LN_2;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let r = array![1e-9, 0.1, 1.0, 3.0, 20.0, 1000.0];
    let zero = Array1::zeros(6);
    let [ours, slope] = [log_cosh(&r, &zero)?, log_cosh_gradient(&r, &zero)?];
    println!("   residual   ln(cosh r)     log_cosh      r²/2    |r| − ln 2   gradient");
    for (i, &r) in r.iter().enumerate() {
        let [typed, half, line] = [r.cosh().ln(), r * r / 2.0, r - LN_2];
        println!(
            "{r:11} {typed:12.4e} {:12.6e} {half:9.2e} {line:10.4} {:10.4e}",
            ours[i], slope[i]
        );
        assert!(ours[i] <= half && ours[i] >= line);
    }
    let typed = 1000_f64.sinh() / 1000_f64.cosh();
    println!("sinh/cosh of 1000: {typed}, tanh: {}", 1000_f64.tanh());
    println!("log-cosh of 1000: {:.6}", ours[5]);
    let last = f64::MAX.ln() + LN_2;
    println!("cosh is finite up to {last:.2}");
    assert!((last - 0.01).cosh().is_finite() && (last + 0.01).cosh().is_infinite());

    println!("\npseudo-Huber of a residual of 3");
    println!("   δ       loss   loss / δ   gradient");
    let three = array![3.0];
    for delta in [0.01, 1.0, 3.0, 100.0] {
        let loss = pseudo_huber(&three, &array![0.0], delta)?[0];
        let slope = pseudo_huber_gradient(&three, &array![0.0], delta)?[0];
        println!("{delta:4} {loss:10.4} {:10.4} {slope:10.4}", loss / delta);
    }
    // ANCHOR_END: program
    // The integral of the gradient, by the midpoint rule, is the loss.
    let mid = Array1::from_shape_fn(30_000, |i| (i as f64 + 0.5) * 1e-4);
    let area = 1e-4 * log_cosh_gradient(&mid, &Array1::zeros(30_000))?.sum();
    assert_abs_diff_eq!(area, ours[3], epsilon = 1e-8);
    Ok(())
}
