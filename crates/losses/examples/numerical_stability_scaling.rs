//! A factor on the loss lifts gradients into the range of f16, until the largest leave it at the top.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::half::{bf16, f16};

fn main() {
    // ANCHOR: program
    // 1,001 gradients, evenly spread in the exponent from 1e-10 to 1.
    let gradients = (0..=1000).map(|i| 10_f64.powf(f64::from(i) / 100.0 - 10.0));
    let gradients = Vec::from_iter(gradients);
    println!("1e-10..1 scale   zero   infinite   kept to 1%");
    for exponent in [0, 7, 15, 20] {
        let scale = 2_f64.powi(exponent);
        let rounded = gradients
            .iter()
            .map(|g| f16::from_f64(g * scale).to_f64() / scale);
        let rounded = Vec::from_iter(rounded);
        let zero = rounded.iter().filter(|it| **it == 0.0).count();
        let infinite = rounded.iter().filter(|it| it.is_infinite()).count();
        let pairs = rounded.iter().zip(&gradients);
        let kept = pairs.filter(|(a, b)| (*a / *b - 1.0).abs() < 0.01).count();
        println!("f16{scale:>11}{zero:7}{infinite:11}{kept:13}");
        // Half of the smallest positive number is where zero begins.
        let bound = 2_f64.powi(-25) / scale;
        assert_eq!(zero, gradients.iter().filter(|it| **it <= bound).count());
    }
    let bf = gradients
        .iter()
        .filter(|it| bf16::from_f64(**it).to_f64() == 0.0)
        .count();
    println!("bf16{:>10}{bf:7}", 1);
    // Adam divides the scale out; its epsilon does not scale with it.
    let step = |g: f64| g / (g.abs() + 1e-8);
    println!("Adam's first step, gradient 1e-8: {}", step(1e-8));
    let unscaled = step(1024.0 * 1e-8);
    println!("the same, not divided by 1,024:   {unscaled:.4}");
    // ANCHOR_END: program
    assert_eq!(bf, 0);
    assert_relative_eq!(unscaled, 1024.0 / 1025.0);
}
