//! Similar pairs alone map all items to one point, and from one point the gradient leads nowhere.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let (train, held_out) = (pairs(0), pairs(48));
    let alike = |row: &usize| row / 24 % 3 == row % 3;
    let all = Vec::from_iter(0..576);
    let similar = Vec::from_iter((0..576).filter(alike));
    let start = Array2::from_shape_fn((5, 2), |(row, column)| item(row + 7, column) / 2.0);
    println!("                     first loss  last loss  farthest  right of 576");
    for (name, scale, rows, swapped) in [
        ("similar pairs alone", 1.0, &similar, false),
        ("labels swapped", 1.0, &all, true),
        ("begun at one point", 0.0, &all, false),
    ] {
        let (pairs, origin) = (train.select(Axis(0), rows), Array2::zeros((rows.len(), 2)));
        let labels: Array1<_> = rows.iter().map(|it| label(alike(it) != swapped)).collect();
        let mut map = scale * &start;
        let loss = |map: &Array2<f64>| mean(&contrastive(&pairs.dot(map), &origin, &labels, 1.0)?);
        let (first, mut change) = (loss(&map)?, 0.0 * &start);
        for _ in 0..400 {
            let slopes = contrastive_gradient(&pairs.dot(&map), &origin, &labels, 1.0)?;
            change = 0.9 * change - 0.2 / rows.len() as f64 * pairs.t().dot(&slopes);
            map += &change;
        }
        let last = loss(&map)?;
        let (farthest, right) = judge(&held_out.dot(&map), alike);
        println!("{name:<20} {first:10.6} {last:10.6} {farthest:9.4} {right:13}");
        assert!(swapped || (farthest < 1e-6 && right == similar.len()));
    }
    // ANCHOR_END: program
    Ok(())
}

// The items of the training above.
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
fn judge(embedded: &Array2<f64>, alike: impl Fn(&usize) -> bool) -> (f64, usize) {
    let distances = embedded.map_axis(Axis(1), |row| row.dot(&row).sqrt());
    let farthest = distances.iter().copied().fold(0.0, f64::max);
    let right = (0..576).filter(|row| (distances[*row] < 0.5) == alike(row));
    (farthest, right.count())
}
