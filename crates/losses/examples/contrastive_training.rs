//! Trained on pairs, a linear map tells apart the kinds of items it has never seen, and drops the directions that say nothing.

extern crate figures;
extern crate losses;

use figures::{Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // A linear map takes the difference of two items to that of their embeddings.
    let (train, held_out) = (pairs(0), pairs(48));
    let (origin, mut change) = (Array2::zeros((576, 2)), Array2::zeros((5, 2)));
    let labels = Array1::from_shape_fn(576, |row| label(row / 24 % 3 == row % 3));
    let norms = |rows: &Array2<f64>| rows.map_axis(Axis(1), |row| row.dot(&row).sqrt());
    println!("576 pairs    loss  no push  right of 576  weight on kinds, on the rest");
    let mut map = Array2::from_shape_fn((5, 2), |(row, column)| item(row + 7, column) / 2.0);
    let mut figure = Figure::new("contrastive_training", "Embeddings of unseen items", SHOWN);
    for step in 0..=400 {
        let embedded = train.dot(&map);
        if step % 400 == 0 {
            let losses = contrastive(&embedded, &origin, &labels, 1.0)?;
            let (loss, idle) = (mean(&losses)?, losses.iter().filter(|&&it| it == 0.0));
            let close = norms(&held_out.dot(&map)).mapv(|d| label(d < 0.5));
            let right = close.iter().zip(&labels).filter(|(a, b)| a == b);
            let (idle, right, weights) = (idle.count(), right.count(), norms(&map));
            println!("step {step:<4} {loss:.4} {idle:8} {right:13}  {weights:.2}");
            assert!(step == 0 || (loss < 0.02 && right > 570 && weights[4] < 0.1));
            figure = figure.panel(panel(&map).heading(format!("step {step}")));
        }
        let slopes = contrastive_gradient(&embedded, &origin, &labels, 1.0)?;
        change = 0.9 * change - 0.2 / 576.0 * train.t().dot(&slopes);
        map += &change;
    }
    // ANCHOR_END: program
    Ok(figure.save()?)
}

// Three columns say which of three kinds, roughly; two say nothing, and vary most.
fn item(index: usize, column: usize) -> f64 {
    let noise = (index as f64 * [2.0, 3.0, 5.0, 7.0, 11.0_f64][column].sqrt()).fract() - 0.5;
    f64::from(index % 3 == column) + [0.6, 0.6, 0.6, 4.0, 4.0][column] * noise
}
fn pairs(first: usize) -> Array2<f64> {
    let [left, right] = [0, 24].map(|side| move |it: usize, c: usize| item(first + side + it, c));
    Array2::from_shape_fn((576, 5), |(row, c)| left(row / 24, c) - right(row % 24, c))
}
fn label(similar: bool) -> Pair {
    [Pair::Dissimilar, Pair::Similar][usize::from(similar)]
}
fn panel(map: &Array2<f64>) -> Panel {
    let axis = |label| figures::Axis::linear(format!("{label} coordinate"), -1.7..=1.7);
    let items = Array2::from_shape_fn((48, 5), |(row, column)| item(48 + row, column)).dot(map);
    let points = Vec::from_iter(items.rows().into_iter().map(|it| (it[0], it[1])));
    let of = |kind| points.clone().into_iter().skip(kind).step_by(3);
    let panel = Panel::new(axis("first"), axis("second")).points("kind 1", of(0));
    let panel = panel.points("kind 2", of(1)).points("kind 3", of(2));
    panel.equal_scales()
}
const SHOWN: &str = "Above, points of three kinds lie in overlapping streaks. Below, each kind is a tight cluster, and the clusters are about 1 apart.";
