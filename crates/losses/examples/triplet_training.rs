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
    let ([a, p, n], m) = (triplets().map(|it| x.select(Axis(0), &it)), 1.0);
    for name in ["batch-hard", "semi-hard"] {
        println!("{name:10}  loss    spread  in order by the margin");
        let (mut map, mut spreads) = (Array2::eye(2) * 0.4, vec![]);
        for step in 0..=100 {
            let [za, zp, zn] = [&a, &p, &n].map(|it| it.dot(&map));
            let gaps = ((&za - &zp).powi(2) - (&za - &zn).powi(2)).sum_axis(Axis(1));
            let mined: Vec<_> = match name {
                "batch-hard" => hardest_of_each_anchor(&gaps),
                _ => (0..1080)
                    .filter(|&i| -m < gaps[i] && gaps[i] < 0.0)
                    .collect(),
            };
            let of_mined = |it: &Array2<f64>| it.select(Axis(0), &mined);
            let [za, zp, zn] = [&za, &zp, &zn].map(of_mined);
            let spread = x.dot(&map).var_axis(Axis(0), 0.0).sum().sqrt();
            spreads.push((f64::from(step), spread));
            if [0, 10, 50, 100].contains(&step) {
                let loss = mean(&triplet_squared(&za, &zp, &zn, m)?)?;
                let satisfied = mean(&gaps.mapv(|it| f64::from(it <= -m)))?;
                println!("  step {step:3}  {loss:.4}  {spread:.4}  {satisfied:.4}");
            }
            let slope = triplet_squared_gradient(&za, &zp, &zn, m)?;
            let by_positive = of_mined(&(&p - &a)).t().dot(&slope.positives);
            let by_negative = of_mined(&(&n - &a)).t().dot(&slope.negatives);
            map.scaled_add(-0.02 / mined.len() as f64, &(by_positive + by_negative));
        }
        // ANCHOR_END: program
        assert_eq!(spreads[100].1 < 0.01, name == "batch-hard");
        panel = panel.line(name, spreads);
    }
    let about = "With batch-hard the spread falls to 0, with semi-hard it grows.";
    let figure = Figure::new("triplet_training", "Spread by mining", about);
    Ok(figure.panel(panel).save()?)
}
fn hardest_of_each_anchor(gaps: &Array1<f64>) -> Vec<usize> {
    let hardest = |a: usize| (60 * a..60 * a + 60).max_by(|&i, &j| gaps[i].total_cmp(&gaps[j]));
    (0..18).filter_map(hardest).collect()
}
fn triplets() -> [Vec<usize>; 3] {
    let any = (0..18 * 18 * 18).map(|i| [i / 324, i / 18 % 18, i % 18]);
    let all = any.filter(|[a, p, n]| a != p && a % 3 == p % 3 && a % 3 != n % 3);
    [0, 1, 2].map(|role: usize| all.clone().map(|it| it[role]).collect())
}
fn coordinate((i, axis): (usize, usize)) -> f64 {
    let noise = (i as f64 * [0.7549, 0.5698][axis]).fract() - 0.5;
    [2.0 * (i % 3) as f64 - 2.0 + 2.4 * noise, 8.0 * noise][axis]
}
