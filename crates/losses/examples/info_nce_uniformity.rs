//! InfoNCE is an alignment term plus a uniformity term; collapse is the best of the one and the worst of the other.

extern crate losses;

use losses::prelude::*;
use std::f64::consts::TAU;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Eight items on the circle: the angle of the first view and the way to the second.
    let (n, temperature) = (8, 0.5);
    println!("arrangement      −s/τ   ln of mean e^(s/τ)   plus ln 8   InfoNCE");
    for (name, spread, apart) in [
        ("collapsed", 0.0, 0.0),
        ("crowded", 0.3, 0.0),
        ("spread", 1.0, 0.0),
        ("pairs apart", 1.0, 0.25),
    ] {
        let angle = |item: usize| TAU * spread * item as f64 / n as f64;
        let cosine = |(i, j)| ((angle(i) - angle(j) - TAU * apart).cos() * 1e9).round() / 1e9;
        let similarities = Array2::from_shape_fn((n, n), cosine);
        let own = Array1::from_iter(0..n);
        let loss = mean(&info_nce(&similarities, &own, temperature)?)?;
        let alignment = 0.0 - similarities.diag().sum() / n as f64 / temperature;
        let weights = similarities.mapv(|it| (it / temperature).exp());
        let uniformity = weights
            .mean_axis(Axis(1))
            .map_or(f64::NAN, |it| it.ln().sum());
        let uniformity = uniformity / n as f64;
        let sum = alignment + uniformity + (n as f64).ln();
        println!("{name:<12} {alignment:8.4} {uniformity:20.4} {sum:11.4} {loss:9.4}");
        assert_relative_eq!(sum, loss, max_relative = 1e-12);
    }
    // ANCHOR_END: program
    Ok(())
}
