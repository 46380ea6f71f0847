//! A gradient through many layers is a product: it grows or shrinks geometrically in the depth.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Backward through linear layers of 64 units whose weights have deviation gain / 8.
    let mut normal = normals();
    let mut curves = vec![];
    println!("norm of the gradient after    10 layers   50 layers   gain^50");
    for gain in [0.8_f64, 1.0, 1.2] {
        let mut g = Array1::from_elem(64, 0.125);
        let mut norms = vec![1.0];
        for _ in 0..50 {
            let w = Array2::from_shape_simple_fn((64, 64), || gain / 8.0 * normal());
            g = w.t().dot(&g);
            norms.push(g.dot(&g).sqrt());
        }
        let expected = gain.powi(50);
        println!(
            "gain {gain:3} {:30.2e} {:11.2e} {expected:9.2e}",
            norms[10], norms[50]
        );
        assert!((norms[50] / expected).ln().abs() < 1.5);
        curves.push(norms);
    }
    println!("ten sigmoids at their steepest: {:.2e}", 0.25_f64.powi(10));
    println!(
        "fifty residual blocks of slope 1 + 0.01: {:.4}",
        1.01_f64.powi(50)
    );
    // ANCHOR_END: program
    let x = Axis::linear("layers", 0.0..=50.0);
    let mut panel = Panel::new(x, Axis::logarithmic("norm of the gradient", 1e-6..=1e5));
    for (name, curve) in ["gain 0.8", "gain 1", "gain 1.2"].into_iter().zip(curves) {
        panel = panel.line(name, (0..).map(f64::from).zip(curve));
    }
    let seen = "Three nearly straight lines on a logarithmic axis: falling, level, rising.";
    let figure = Figure::new(
        "gradients_in_practice_depth",
        "Gradient norm over depth",
        seen,
    );
    Ok(figure.panel(panel).save()?)
}

fn normals() -> impl FnMut() -> f64 {
    let mut state = 1_u64;
    let mut uniform = move || {
        state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
        ((state >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    };
    move || (-2.0 * uniform().ln()).sqrt() * (std::f64::consts::TAU * uniform()).cos()
}
