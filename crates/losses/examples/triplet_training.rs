//! Batch-hard mining of squared distances shrinks overlapping classes to a point, at the margin; semi-hard mining trains the same map.

extern crate figures;
extern crate losses;
use figures::{Axis as Scale, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let [x, y] = [("step", 100.0), ("spread", 6.0)].map(|(it, end)| Scale::linear(it, 0.0..=end));
    let mut panel = Panel::new(x, y);
    // ANCHOR: program
    let x = Array2::from_shape_fn((18, 2), coordinate);
    let ([a, p, n], m) = (triplets(), 1.0);
    for name in ["batch-hard", "semi-hard"] {
        println!("{name:10}  loss    spread  in order by the margin");
        let (mut map, mut spreads) = (Array2::eye(2) * 0.4, vec![]);
        for step in 0..=100 {
            let z = x.dot(&map);
            let (za, zp, zn) = (a.dot(&z), p.dot(&z), n.dot(&z));
            let gaps = ((&za - &zp).powi(2) - (&za - &zn).powi(2)).sum_axis(Axis(1));
            let mined = match name {
                "batch-hard" => hardest_of_each_anchor(&gaps),
                _ => gaps.mapv(|it| f64::from(-m < it && it < 0.0)),
            };
            let loss = triplet_squared(&za, &zp, &zn, m)?.dot(&mined) / mined.sum();
            let spread = z.var_axis(Axis(0), 0.0).sum().sqrt();
            spreads.push((f64::from(step), spread));
            if [0, 10, 50, 100].contains(&step) {
                let satisfied = mean(&gaps.mapv(|it| f64::from(it <= -m)))?;
                println!("  step {step:3}  {loss:.4}  {spread:.4}  {satisfied:.4}");
            }
            let slope = triplet_squared_gradient(&za, &zp, &zn, m)?;
            let weighted = |of: &Array2<f64>| of.t().to_owned() * &mined / mined.sum();
            let to_positive = weighted(&(&p - &a)).dot(&slope.positives);
            let slope = to_positive + weighted(&(&n - &a)).dot(&slope.negatives);
            map.scaled_add(-0.02, &x.t().dot(&slope));
        }
        // ANCHOR_END: program
        assert_eq!(spreads[100].1 < 0.01, name == "batch-hard");
        panel = panel.line(name, spreads);
    }
    let about = "With batch-hard the spread falls to 0, with semi-hard it grows.";
    let figure = Figure::new("triplet_training", "Spread by mining", about);
    Ok(figure.panel(panel).save()?)
}
fn hardest_of_each_anchor(gaps: &Array1<f64>) -> Array1<f64> {
    let worst = |it: ArrayView1<f64>| it.fold(f64::MIN, |a, &b| a.max(b));
    let worst: Vec<_> = gaps.exact_chunks(60).into_iter().map(worst).collect();
    Array1::from_shape_fn(1080, |i| f64::from(gaps[i] == worst[i / 60]))
}
fn triplets() -> [Array2<f64>; 3] {
    let any = (0..18 * 18 * 18).map(|i| [i / 324, i / 18 % 18, i % 18]);
    let all = any.filter(|[a, p, n]| a != p && a % 3 == p % 3 && a % 3 != n % 3);
    let picked = |role| all.clone().map(|it| it[role]).collect::<Vec<_>>();
    [0, 1, 2].map(|role: usize| Array2::eye(18).select(Axis(0), &picked(role)))
}
fn coordinate((i, axis): (usize, usize)) -> f64 {
    let noise = (i as f64 * [0.7549, 0.5698][axis]).fract() - 0.5;
    [2.0 * (i % 3) as f64 - 2.0 + 2.4 * noise, 8.0 * noise][axis]
}
