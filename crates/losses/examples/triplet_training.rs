//! Batch-hard mining of squared distances shrinks overlapping classes to a point, at the margin; semi-hard mining trains the same map.

extern crate figures;
extern crate losses;

use figures::{Axis as Scale, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let axis = || Scale::linear("step", 0.0..=200.0);
    let mut losses = Panel::new(axis(), Scale::linear("loss of the mined", 0.0..=2.0));
    let mut spreads = Panel::new(axis(), Scale::logarithmic("spread", 1e-6..=10.0));
    // ANCHOR: program
    let (x, all, m) = (data(), triplets(), 1.0);
    for name in ["batch-hard", "semi-hard"] {
        println!("{name}\n  step  loss    spread   satisfied");
        let (mut map, mut curve) = (array![[0.4, 0.0], [0.0, 0.4]], Vec::new());
        for step in 0..=200 {
            let z = x.dot(&map);
            let gap = |t: &[usize; 3]| squared(&z, t[0], t[1]) - squared(&z, t[0], t[2]);
            let gaps: Vec<f64> = all.iter().map(gap).collect();
            let order = |&i: &usize, &j: &usize| gaps[i].total_cmp(&gaps[j]);
            let mined: Vec<usize> = match name {
                // The triplets of an anchor are neighbors; the worst has the largest gap.
                "batch-hard" => (0..18)
                    .filter_map(|a| (60 * a..60 * (a + 1)).max_by(order))
                    .collect(),
                _ => (0..all.len())
                    .filter(|&i| -m < gaps[i] && gaps[i] < 0.0)
                    .collect(),
            };
            let [a, p, n] = rows(&z, &all, &mined);
            let loss = triplet_squared(&a, &p, &n, m)?.sum() / mined.len() as f64;
            let (spread, rate) = (
                z.var_axis(Axis(0), 0.0).sum().sqrt(),
                0.02 / mined.len() as f64,
            );
            let satisfied = gaps.iter().filter(|&&it| it <= -m).count() as f64 / gaps.len() as f64;
            curve.push((step as f64, loss, spread));
            if [0, 10, 50, 200].contains(&step) {
                println!("{step:6}  {loss:.4}  {spread:.1e}  {satisfied:.4}");
            }
            let slope = triplet_squared_gradient(&a, &p, &n, m)?;
            let [a, p, n] = rows(&x, &all, &mined).map(Array2::reversed_axes);
            let slope = a.dot(&slope.anchors) + p.dot(&slope.positives) + n.dot(&slope.negatives);
            map.scaled_add(-rate, &slope);
        }
        // ANCHOR_END: program
    }
    Ok(())
}
fn rows(of: &Array2<f64>, all: &[[usize; 3]], mined: &[usize]) -> [Array2<f64>; 3] {
    [0, 1, 2].map(|role| {
        of.select(
            Axis(0),
            &mined.iter().map(|&i| all[i][role]).collect::<Vec<_>>(),
        )
    })
}
fn triplets() -> Vec<[usize; 3]> {
    let any = (0..18 * 18 * 18).map(|i| [i / 324, i / 18 % 18, i % 18]);
    any.filter(|[a, p, n]| a != p && a % 3 == p % 3 && a % 3 != n % 3)
        .collect()
}
fn squared(z: &Array2<f64>, i: usize, j: usize) -> f64 {
    (z[[i, 0]] - z[[j, 0]]).powi(2) + (z[[i, 1]] - z[[j, 1]]).powi(2)
}
fn data() -> Array2<f64> {
    let w: f64 = std::env::var("W").map_or(2.4, |s| s.parse().unwrap());
    Array2::from_shape_fn((18, 2), |(i, axis)| {
        let noise = (i as f64 * [0.7549, 0.5698][axis]).fract() - 0.5;
        if axis == 0 {
            2.0 * (i % 3) as f64 - 2.0 + w * noise
        } else {
            8.0 * noise
        }
    })
}
