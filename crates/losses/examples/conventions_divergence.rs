//! One divergence, nine calls: logarithms, order, mean, base and root all differ.

extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::answer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let p = array![[0.7, 0.2, 0.1], [0.5, 0.5, 0.0]];
    let q = array![[0.6, 0.3, 0.1], [0.2, 0.6, 0.2]];
    let kl = mean(&kl_divergence(&p, &q)?)?;
    let entropy = |it: f64| if it > 0.0 { it * it.ln() } else { 0.0 };
    let forgotten = (sum(&p.mapv(entropy)) - sum(&(&p * &q))) / 2.0;
    // Keras moves the target's 0 to 1e-7.
    let lifted = kl + 1e-7 * (1e-7_f64 / 0.2).ln() / 2.0;
    let middle = (&p + &q) / 2.0;
    let jensen = (&kl_divergence(&p, &middle)? + &kl_divergence(&q, &middle)?) / 2.0;
    let rows = [
        ("kl.batchmean", kl, "KL(p ‖ q)"),
        ("kl.mean", kl / 3.0, "KL / K"),
        ("kl.forgotten", forgotten, "no divergence"),
        ("kl.keras", lifted, "KL, 0 is 1e-7"),
        ("kl.optax", kl, "KL"),
        ("kl.scipy", kl, "KL"),
        ("kl.bits", kl / 2_f64.ln(), "KL / ln 2"),
        ("kl.jensen", jensen[0].sqrt(), "√JSD"),
        ("kl.information", 2_f64.ln(), "ln 2: nats"),
    ];
    print(&rows)?;
    // ANCHOR_END: program
    Ok(())
}

fn print(rows: &[(&str, f64, &str)]) -> Result<(), reference_values::NoAnswer> {
    println!("library call                                     value  is");
    for (name, ours, what) in rows {
        let theirs = answer(name)?;
        println!("{theirs}  {what}");
        assert_relative_eq!(*ours, theirs.value, max_relative = 1e-12);
    }
    Ok(())
}
