//! A feature that says nothing about the class: contrastive loss removes it from the embedding, triplet loss lets it live.

extern crate figures;
extern crate losses;

use figures::{Axis as Scale, Figure, Panel};
use losses::prelude::*;

const TEXT: &str = "Above, three columns. In the middle three points. Below, short columns.";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut figure = Figure::new("contrastive_or_triplet_style", "Three embeddings", TEXT);
    let feature = |i: usize| [(i % 3) as f64 - 1.0, (i / 3) as f64 / 2.5 - 1.0];
    let items = Array2::from_shape_fn((18, 2), |(i, column)| feature(i)[column]);
    let all = || (0..5832).map(|it| [it / 324, it / 18 % 18, it % 18]);
    let column = |of: &[[usize; 3]], role: usize| Vec::from_iter(of.iter().map(|it| it[role]));
    let pairs = Vec::from_iter(all().filter(|[i, j, k]| i < j && *k == 0));
    let is_triplet = |[a, p, n]: &[usize; 3]| a != p && a % 3 == p % 3 && a % 3 != n % 3;
    let triplets = Vec::from_iter(all().filter(is_triplet));
    let kind = |i, j| [Pair::Dissimilar, Pair::Similar][usize::from(i % 3 == j % 3)];
    let kinds = Array1::from_iter(pairs.iter().map(|it| kind(it[0], it[1])));
    let [left, right] = [0, 1].map(|role| items.select(Axis(0), &column(&pairs, role)));
    let [a, p, n] = [0, 1, 2].map(|role| items.select(Axis(0), &column(&triplets, role)));
    // ANCHOR: program
    println!("trained with   weight of class   of style   contrastive   triplet");
    for (name, steps) in [("nothing", 0), ("contrastive", 300), ("triplet", 100)] {
        // The embedding scales each of the two features; margin 1 in both losses.
        let mut w = array![1.0, 1.0];
        for _ in 0..steps {
            let slopes = if name == "contrastive" {
                let slope = contrastive_gradient(&(&left * &w), &(&right * &w), &kinds, 1.0)?;
                (slope * (&left - &right)).mean_axis(Axis(0))
            } else {
                let slope = triplet_gradient(&(&a * &w), &(&p * &w), &(&n * &w), 1.0)?;
                let [sa, sp, sn] = [
                    slope.anchors * &a,
                    slope.positives * &p,
                    slope.negatives * &n,
                ];
                (sa + sp + sn).mean_axis(Axis(0))
            };
            w.scaled_add(-0.1, &slopes.ok_or("no pair")?);
        }
        let on_pairs = mean(&contrastive(&(&left * &w), &(&right * &w), &kinds, 1.0)?)?;
        let on_order = mean(&triplet(&(&a * &w), &(&p * &w), &(&n * &w), 1.0)?)?;
        println!(
            "{name:<12} {:17.4} {:10.4} {on_pairs:13.4} {on_order:9.4}",
            w[0], w[1]
        );
        // ANCHOR_END: program
        assert!(name != "contrastive" || w[1].abs() < 1e-4);
        assert!(name != "triplet" || (on_order == 0.0 && w[1] > 0.3));
        let z = &items * &w;
        let [x, y] = [("class", 2.2), ("style", 1.2)].map(|it| Scale::linear(it.0, -it.1..=it.1));
        let rows = |class: usize| (class..18).step_by(3).map(|i| (z[[i, 0]], z[[i, 1]]));
        let panel = Panel::new(x, y).heading(name).points("class 1", rows(0));
        figure = figure.panel(panel.points("class 2", rows(1)).points("class 3", rows(2)));
    }
    Ok(figure.save()?)
}
