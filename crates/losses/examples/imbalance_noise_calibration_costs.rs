//! With a cost for each decision and truth the cheapest decision is not the likeliest class; cross-entropy on the costs that a decision saves learns it, class weights do not.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // A row for each decision, a column for each truth, from harmless to critical.
    let costs = array![[0., 20., 100.], [2., 0., 30.], [6., 3., 0.], [4., 4., 4.]];
    let decisions = ["home", "ward", "intensive", "ask"];
    println!("chance of each truth     home  ward  intensive   ask   cheapest");
    for (a, b) in [(0.985, 0.01), (0.9, 0.07), (0.6, 0.25), (0.2, 0.2)] {
        let p = array![a, b, 1.0 - a - b];
        let e: Array1<f64> = costs.dot(&p);
        // Descent on cross-entropy; what a decision saves of 100 is its target.
        let (targets, mut z) = (100.0 - &e, Array2::zeros((1, 4)));
        for _ in 0..5_000 {
            let q = softmax(&z, 1.0)?;
            z -= &((targets.sum() * q - &targets) / 100.0);
        }
        let cheapest = least(&e);
        assert_eq!(least(&-z.row(0).to_owned()), cheapest);
        let row = format!("{:7.2} {:5.2} {:10.2} {:5.2}", e[0], e[1], e[2], e[3]);
        println!("{p:.3} {row}   {}", decisions[cheapest]);
    }
    let (wrong, all) = weighted(&costs);
    println!("without asking, the best weights of a grid err on {wrong} of {all}");
    // ANCHOR_END: program
    assert!(wrong > 0);
    Ok(())
}

fn least(values: &Array1<f64>) -> usize {
    let order = |a: &usize, b: &usize| values[*a].total_cmp(&values[*b]);
    (0..values.len()).min_by(order).unwrap_or(0)
}

/// Of the forecasts on a grid, those that the best weighted vote decides otherwise.
fn weighted(costs: &Array2<f64>) -> (usize, usize) {
    let point = |i, j| array![i, j, 60 - i - j].mapv(|it| f64::from(it) / 60.0);
    let grid = (1..59).flat_map(|i| (1..60 - i).map(move |j| point(i, j)));
    let without_asking = costs.slice_axis(Axis(0), Slice::from(..3));
    let decide = |p: Array1<f64>| (least(&without_asking.dot(&p)), [p[0], p[1], p[2]]);
    let forecasts: Vec<_> = grid.map(decide).collect();
    let steps = |it: i32| 1.2_f64.powi(it);
    let weights = (-10..30).flat_map(|i| (-10..40).map(move |j| [1.0, steps(i), steps(j)]));
    let wrong = weights.map(|w| {
        let otherwise = |(best, p): &&(usize, [f64; 3])| {
            let votes = [p[0] * w[0], p[1] * w[1], p[2] * w[2]];
            votes.iter().any(|vote| *vote > votes[*best])
        };
        forecasts.iter().filter(otherwise).count()
    });
    (wrong.min().unwrap_or(0), forecasts.len())
}
