//! On the same points, contrastive loss draws each class to a point; triplet loss stops when the order holds and leaves the classes wide.

extern crate figures;
extern crate losses;

use figures::{Axis as Scale, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let about = "Three mixed classes; contrastive loss leaves three points, triplet loss clouds.";
    let mut figure = Figure::new("triplet_contrastive", "Before and after", about);
    // ANCHOR: program
    let place = |i, axis: usize| (i as f64 * [0.7549, 0.5698][axis]).fract();
    let before = Array2::from_shape_fn((18, 2), |(i, axis)| 4.0 * place(i, axis) - 2.0);
    // Matrices whose rows pick the points of each pair, and of each triplet.
    let [i, j, _] = pick(|[i, j, k]| i < j && i % 3 == j % 3 && k == 0);
    let [k, l, _] = pick(|[i, j, k]| i < j && i % 3 != j % 3 && k == 0);
    let [a, p, n] = pick(|[a, p, n]| a != p && a % 3 == p % 3 && a % 3 != n % 3);
    for name in ["before", "contrastive", "triplet"] {
        let mut z = before.clone();
        for _ in 0..if name == "contrastive" { 60 } else { 0 } {
            let step = |from: &Array2<f64>, to: &Array2<f64>, kind| {
                let kinds = Array1::from_elem(from.nrows(), kind);
                let slope = contrastive_gradient(&from.dot(&z), &to.dot(&z), &kinds, 2.0)?;
                Ok::<_, LossError>((from - to).t().dot(&slope))
            };
            let slope = step(&i, &j, Pair::Similar)? + step(&k, &l, Pair::Dissimilar)?;
            z.scaled_add(-0.05, &slope);
        }
        for _ in 0..if name == "triplet" { 60 } else { 0 } {
            let slope = triplet_gradient(&a.dot(&z), &p.dot(&z), &n.dot(&z), 2.0)?;
            let [sa, sp, sn] = [slope.anchors, slope.positives, slope.negatives];
            z.scaled_add(-0.01, &(a.t().dot(&sa) + p.t().dot(&sp) + n.t().dot(&sn)));
        }
        let rest = mean(&triplet(&a.dot(&z), &p.dot(&z), &n.dot(&z), 2.0)?)?;
        let widest = (i.dot(&z) - j.dot(&z)).mapv(|it| it * it).sum_axis(Axis(1));
        let widest = widest.fold(0.0, |most, &it| f64::max(most, it)).sqrt();
        println!("{name:<12} widest class {widest:.4}, triplet loss {rest:.4}");
        // ANCHOR_END: program
        let [x, y] = [("first", 4.0), ("second", 2.5)]
            .map(|(name, end)| Scale::linear(format!("{name} coordinate"), -end..=end));
        let mut panel = Panel::new(x, y).heading(name).equal_scales();
        for (class, name) in ["class 1", "class 2", "class 3"].into_iter().enumerate() {
            panel = panel.points(name, (class..18).step_by(3).map(|i| (z[[i, 0]], z[[i, 1]])));
        }
        figure = figure.panel(panel);
    }
    Ok(figure.save()?)
}

fn pick(keep: fn([usize; 3]) -> bool) -> [Array2<f64>; 3] {
    let any = (0..18 * 18 * 18).map(|i| [i / 324, i / 18 % 18, i % 18]);
    let kept: Vec<_> = any.filter(|&it| keep(it)).collect();
    let picked = |role: usize| kept.iter().map(|it| it[role]).collect::<Vec<_>>();
    [0, 1, 2].map(|role| Array2::eye(18).select(Axis(0), &picked(role)))
}
