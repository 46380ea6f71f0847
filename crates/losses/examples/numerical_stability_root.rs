//! An epsilon under the root bounds the slope and moves the value; behind the root it does neither.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    println!("d         √(d² + 1e-12)      slope   √d² + 1e-6      slope");
    for d in [0.0_f64, 1e-9, 1e-6, 1e-3, 1.0] {
        let inside = (d * d + 1e-12).sqrt();
        // The chain rule: 1 / (2 √s) times 2 d.
        let (slope, outside) = (1.0 / (2.0 * inside) * (2.0 * d), (d * d).sqrt());
        let behind = 1.0 / (2.0 * outside) * (2.0 * d);
        println!(
            "{d:<8.0e}{inside:15.4e}{slope:11.4}{:13.4e}{behind:11.4}",
            outside + 1e-6
        );
        assert!(inside - d <= 1e-6 && slope <= 1.0);
    }
    // A standard deviation is such a root, of a difference that may cancel.
    let (n, offset) = (1000.0_f32, 3000.0_f32);
    let (mut sum, mut squares) = (0.0_f32, 0.0_f32);
    for i in 0..1000 {
        let x = offset + if i % 2 == 0 { 0.1 } else { -0.1 };
        (sum, squares) = (sum + x, squares + x * x);
    }
    let variance = squares / n - (sum / n) * (sum / n);
    println!("\nvariance of 3,000 ± 0.1 in f32, one pass {variance}, true 0.01");
    println!("its root {}", variance.sqrt());
    // ANCHOR_END: program
    assert!(variance < 0.0);
    assert_relative_eq!((1e-12_f64).sqrt(), 1e-6);
}
