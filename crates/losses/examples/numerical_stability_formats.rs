//! Range and precision of four formats, and where the exponential leaves each.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::half::{bf16, f16};

fn main() {
    // ANCHOR: program
    // Binary digits, and the exponent of the largest power of two.
    let formats: [(&str, i32, i32, fn(f64) -> f64); 4] = [
        ("f16", 11, 15, |x| f16::from_f64(x).to_f64()),
        ("bf16", 8, 127, |x| bf16::from_f64(x).to_f64()),
        ("f32", 24, 127, |x| f64::from(x as f32)),
        ("f64", 53, 1023, |x| x),
    ];
    println!("     digits    largest  smallest   step at 1  exp inf    1-x=1");
    for (name, digits, top, round) in formats {
        let step = 2_f64.powi(1 - digits);
        let largest = (2.0 - step) * 2_f64.powi(top);
        // Gradual underflow: one step of the smallest normal number.
        let smallest = 2_f64.powi(1 - top) * step;
        let exp = largest.ln();
        let lost = step / 4.0;
        println!(
            "{name:5}{digits:6}{largest:>11.2e}{smallest:10.1e}{step:12.2e}{exp:9.2}{lost:9.1e}"
        );
        assert_eq!([round(largest), round(smallest)], [largest, smallest]);
        assert_eq!([round(1.0 + step), round(1.0 - lost)], [1.0 + step, 1.0]);
        assert!(round(1.0 - 1.01 * lost) < 1.0 && round(0.49 * smallest) == 0.0);
        assert!(round((exp - 0.01).exp()).is_finite() && round((exp + 0.01).exp()).is_infinite());
    }
    println!("\n{:26}{:>10}", "1e-9 in f16", f16::from_f64(1e-9));
    println!("{:26}{:>10}", "1e-9 in bf16", bf16::from_f64(1e-9));
    println!("{:26}{:>10}", "1 - 1e-9 in f32", 1.0_f32 - 1e-9);
    println!("{:26}{:>10}", "256 + 1 in bf16", bf16::from_f64(257.0));
    println!("{:26}{:>10}", "2,048 + 1 in f16", f16::from_f64(2049.0));
    // ANCHOR_END: program
    assert_relative_eq!(f64::from(f16::MAX).ln(), 11.089_866, max_relative = 1e-6);
    assert_relative_eq!(f64::from(f32::MAX).ln(), 88.722_839, max_relative = 1e-6);
    assert_relative_eq!(f64::MAX.ln(), 709.782_713, max_relative = 1e-6);
}
