//! Clipping by norm keeps the direction, by value does not, and both can turn the mean around.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    let g = array![3.0, 0.4, -0.2];
    let norm = |g: &Array1<f64>| g.dot(g).sqrt();
    let by_norm = |g: &Array1<f64>| g * (1.0 / norm(g)).min(1.0);
    let by_value = |g: &Array1<f64>| g.map(|g| g.clamp(-1.0, 1.0));
    println!("threshold 1     gradient                  norm    cosine to the gradient");
    for (name, c) in [
        ("none", g.clone()),
        ("by norm", by_norm(&g)),
        ("by value", by_value(&g)),
    ] {
        let cosine = c.dot(&g) / norm(&c) / norm(&g);
        println!("{name:<12} {c:8.4} {:8.4} {cosine:12.4}", norm(&c));
    }
    // Nine batches in ten pull one way, the tenth strongly the other way.
    let batches = array![-1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 20.0];
    let clipped = batches.map(|it: &f64| it.clamp(-1.0, 1.0));
    println!(
        "mean slope {:.2}, mean of the clipped {:.2}",
        batches.sum() / 10.0,
        clipped.sum() / 10.0
    );
    let broken = array![f64::INFINITY, 0.4, -0.2];
    println!("infinite entry, by norm  {}", by_norm(&broken));
    println!("infinite entry, by value {}", by_value(&broken));
    // ANCHOR_END: program
    assert_relative_eq!(norm(&by_norm(&g)), 1.0, epsilon = 1e-12);
    assert_abs_diff_eq!(by_norm(&g)[1] / by_norm(&g)[0], 0.4 / 3.0, epsilon = 1e-12);
    assert!(by_norm(&broken)[0].is_nan());
}
