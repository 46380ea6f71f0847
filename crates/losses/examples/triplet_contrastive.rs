//! On the same points, contrastive loss draws each class to a point; triplet loss stops when the order holds and leaves the classes wide.

extern crate figures;
extern crate losses;

use figures::{Axis as Scale, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let about = "Three mixed classes; after contrastive loss three single points, after triplet loss three clouds.";
    let mut figure = Figure::new(
        "triplet_contrastive",
        "The same points before and after training",
        about,
    );
    let any: Vec<_> = (0..18 * 18 * 18)
        .map(|i| [i / 324, i / 18 % 18, i % 18])
        .collect();
    // ANCHOR: program
    let place = |i, axis: usize| (i as f64 * [0.7549, 0.5698][axis]).fract();
    let before = Array2::from_shape_fn((18, 2), |(i, axis)| 4.0 * place(i, axis) - 2.0);
    let same = |i: usize, j: usize| i % 3 == j % 3;
    // Matrices whose rows pick the points of each triplet, and of each pair.
    let [a, p, n] = pick(
        any.iter()
            .filter(|&&[a, p, n]| a != p && same(a, p) && !same(a, n)),
    );
    let is_pair = |it: &&[usize; 3]| it[0] < it[1] && it[2] == 0;
    let [first, second, _] = pick(any.iter().filter(is_pair));
    let kinds = any
        .iter()
        .filter(is_pair)
        .map(|it| [Pair::Dissimilar, Pair::Similar][usize::from(same(it[0], it[1]))]);
    let kinds: Array1<Pair> = kinds.collect();

    println!("             width of a class  between centers");
    for name in ["before", "contrastive", "triplet"] {
        let mut z = before.clone();
        for _ in 0..60 {
            if name == "contrastive" {
                let slope = contrastive_gradient(&first.dot(&z), &second.dot(&z), &kinds, 2.0)?;
                z.scaled_add(-0.05, &(first.t().dot(&slope) - second.t().dot(&slope)));
            } else if name == "triplet" {
                let slope = triplet_gradient(&a.dot(&z), &p.dot(&z), &n.dot(&z), 2.0)?;
                let slope = a.t().dot(&slope.anchors)
                    + p.t().dot(&slope.positives)
                    + n.t().dot(&slope.negatives);
                z.scaled_add(-0.01, &slope);
            }
        }
        let (width, apart) = sizes(&z);
        println!("{name:<12} {width:16.4}  {apart:15.4}");
        // ANCHOR_END: program
        let axes = (
            Scale::linear("first", -4.0..=4.0),
            Scale::linear("second", -2.5..=2.5),
        );
        let mut panel = Panel::new(axes.0, axes.1).heading(name).equal_scales();
        for (class, name) in ["class 1", "class 2", "class 3"].into_iter().enumerate() {
            panel = panel.points(name, (class..18).step_by(3).map(|i| (z[[i, 0]], z[[i, 1]])));
        }
        figure = figure.panel(panel);
    }
    Ok(figure.save()?)
}

fn pick<'a>(rows: impl Iterator<Item = &'a [usize; 3]>) -> [Array2<f64>; 3] {
    let rows: Vec<_> = rows.collect();
    [0, 1, 2].map(|role| {
        Array2::eye(18).select(Axis(0), &rows.iter().map(|it| it[role]).collect::<Vec<_>>())
    })
}

/// The largest distance within a class, and the least between two centers.
fn sizes(z: &Array2<f64>) -> (f64, f64) {
    let centers = [0, 1, 2].map(|c| {
        z.slice_axis(Axis(0), Slice::new(c, None, 3))
            .mean_axis(Axis(0))
            .unwrap()
    });
    let d = |i: usize, j: usize| (&z.row(i) - &z.row(j)).mapv(|it| it * it).sum().sqrt();
    let apart = |i: usize, j: usize| (&centers[i] - &centers[j]).mapv(|it| it * it).sum().sqrt();
    let width = (0..18)
        .flat_map(|i| (i % 3..18).step_by(3).map(move |j| (i, j)))
        .map(|(i, j)| d(i, j))
        .fold(0.0, f64::max);
    (width, apart(0, 1).min(apart(1, 2)).min(apart(0, 2)))
}
