//! Triplet loss rests where no single threshold tells similar from dissimilar; contrastive loss goes on and makes one.

extern crate figures;
extern crate losses;

use figures::{Axis as Scale, Figure, Panel};
use losses::prelude::*;

const RINGS: [[f64; 3]; 4] = [[0., 0., 1.5], [0., 8., 1.5], [9., 3., 0.2], [9., 5., 0.2]];
const TEXT: &str = "Above, two wide rings and two narrow ones. Below, four single points.";
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut figure = Figure::new("contrastive_or_triplet_threshold", "The same items", TEXT);
    let kind = |i: usize, j: usize| [Pair::Dissimilar, Pair::Similar][usize::from(i % 4 == j % 4)];
    let all = || (0..24 * 24 * 24).map(|it| [it / 576, it / 24 % 24, it % 24]);
    let [left, right, _] = split(&all().filter(|[i, j, k]| i < j && *k == 0));
    let is_triplet = |[a, p, n]: &[usize; 3]| a != p && a % 4 == p % 4 && a % 4 != n % 4;
    let triplets = split(&all().filter(is_triplet));
    let kinds = Array1::from_iter(left.iter().zip(&right).map(|(&i, &j)| kind(i, j)));
    let turn = |i: usize| std::f64::consts::TAU * (i / 4) as f64 / 6.0;
    let place = |i: usize, axis: usize| [turn(i).cos(), turn(i).sin()][axis] * RINGS[i % 4][2];
    let mut z = Array2::from_shape_fn((24, 2), |(i, axis)| RINGS[i % 4][axis] + place(i, axis));
    // ANCHOR: program
    println!("embedding     triplet   contrastive   of 276 pairs wrong, best threshold");
    for (name, steps) in [("as given", 0), ("contrastive", 300)] {
        for _ in 0..steps {
            let [from, to] = [&left, &right].map(|it| z.select(Axis(0), it));
            let slopes = contrastive_gradient(&from, &to, &kinds, 3.0)?;
            for (slope, (&i, &j)) in slopes.rows().into_iter().zip(left.iter().zip(&right)) {
                z.row_mut(i).scaled_add(-0.02, &slope);
                z.row_mut(j).scaled_add(0.02, &slope);
            }
        }
        let [from, to] = [&left, &right].map(|it| z.select(Axis(0), it));
        let pairs = mean(&contrastive(&from, &to, &kinds, 3.0)?)?;
        let [a, p, n] = triplets.each_ref().map(|it| z.select(Axis(0), it));
        let order = mean(&triplet(&a, &p, &n, 1.0)?)?;
        let distances = (from - to).map_axis(Axis(1), |it| it.dot(&it).sqrt());
        let is_wrong = |t, (d, kind): (&f64, &Pair)| (d <= t) != (*kind == Pair::Similar);
        let judged = || distances.iter().zip(&kinds);
        let wrong = |t| judged().filter(|it| is_wrong(t, *it)).count();
        let least = distances.iter().map(wrong).min().unwrap_or(0);
        println!("{name:<12} {order:8.4} {pairs:13.4} {least:8}");
        // ANCHOR_END: program
        assert!(order == 0.0 && least == [18, 0][usize::from(steps > 0)]);
        let [x, y] =
            ["first", "second"].map(|it| Scale::linear(format!("{it} coordinate"), -3.0..=11.0));
        let rows = |class: usize| (class..24).step_by(4).map(|i| (z[[i, 0]], z[[i, 1]]));
        let panel = Panel::new(x, y).equal_scales().heading(name);
        let panel = panel.points("class 1", rows(0)).points("class 2", rows(1));
        let panel = panel.points("class 3", rows(2)).points("class 4", rows(3));
        figure = figure.panel(panel);
    }
    Ok(figure.save()?)
}
fn split(chosen: &(impl Iterator<Item = [usize; 3]> + Clone)) -> [Vec<usize>; 3] {
    [0, 1, 2].map(|role| chosen.clone().map(|it| it[role]).collect())
}
