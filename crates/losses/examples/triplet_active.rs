//! The mean over the active triplets returns to the margin while their share falls and retrieval improves.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let (x, mut map) = (data(), array![[0.4, 0.0], [0.0, 0.4]]);
    let [a, p, n] = triplets().map(|rows| x.select(Axis(0), &rows));
    println!("step  mean of all  mean of active  active  recall@1");
    for step in 0..=100 {
        let [za, zp, zn] = [&a, &p, &n].map(|it| it.dot(&map));
        let losses = triplet(&za, &zp, &zn, 1.0)?;
        let active = losses.iter().filter(|&&it| it > 0.0).count() as f64;
        if [0, 5, 10, 20, 50, 100].contains(&step) {
            let (all, share) = (mean(&losses)?, active / losses.len() as f64);
            let (of_active, recall) = (losses.sum() / active, recall_at_one(&x.dot(&map)));
            println!("{step:4}  {all:11.4}  {of_active:14.4}  {share:.4}  {recall:8.4}");
            assert_relative_eq!(all, of_active * share, epsilon = 1e-12);
        }
        let slope = triplet_gradient(&za, &zp, &zn, 1.0)?;
        let (sa, sp, sn) = (&slope.anchors, &slope.positives, &slope.negatives);
        let slope = a.t().dot(sa) + p.t().dot(sp) + n.t().dot(sn);
        // Divided by the number of active triplets only.
        map.scaled_add(-0.05 / active, &slope);
    }
    // ANCHOR_END: program
    Ok(())
}

/// The share of points whose nearest other point is of their class.
fn recall_at_one(z: &Array2<f64>) -> f64 {
    let d = |i, j| (z[[i, 0]] - z[[j, 0]]).hypot(z[[i, 1]] - z[[j, 1]]);
    let others = |a| (0..18).filter(move |&i| i != a);
    let nearest = |a| others(a).min_by(|&i, &j| d(a, i).total_cmp(&d(a, j)));
    let hits = (0..18).filter(|&a| nearest(a).is_some_and(|it| it % 3 == a % 3));
    hits.count() as f64 / 18.0
}

/// The anchors, the positives and the negatives.
fn triplets() -> [Vec<usize>; 3] {
    let any = (0..18 * 18 * 18).map(|i| [i / 324, i / 18 % 18, i % 18]);
    let valid = any.filter(|[a, p, n]| a != p && a % 3 == p % 3 && a % 3 != n % 3);
    let valid: Vec<_> = valid.collect();
    [0, 1, 2].map(|role| valid.iter().map(|it| it[role]).collect())
}

/// Three classes of six points: neighbors in one coordinate, noise in the other.
fn data() -> Array2<f64> {
    let noise = |i, step: f64| (i as f64 * step).fract() - 0.5;
    let center = |i| 2.0 * (i % 3) as f64 - 2.0;
    Array2::from_shape_fn((18, 2), |(i, axis)| {
        [center(i) + 2.4 * noise(i, 0.7549), 8.0 * noise(i, 0.5698)][axis]
    })
}
