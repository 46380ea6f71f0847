//! A softmax too many leaves the loss one nat of room, far above zero.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let twice = |z: &Array2<f64>| softmax_cross_entropy(&softmax(z, 1.0)?, &array![0]);
    println!("classes   perfect    uniform    as wrong as can be");
    for n_classes in [2, 3, 10, 1000] {
        let mut logits = Array2::zeros((1, n_classes));
        let uniform = twice(&logits)?[0];
        logits[[0, 0]] = 1e3;
        let perfect = twice(&logits)?[0];
        logits[[0, 0]] = 0.0;
        logits[[0, 1]] = 1e3;
        let wrong = twice(&logits)?[0];
        println!("{n_classes:7} {perfect:9.6} {uniform:10.6} {wrong:10.6}");

        // The best that can be fed in is 1 for the true class, 0 for the others.
        let by_hand = ((n_classes - 1) as f64 / 1.0_f64.exp()).ln_1p();
        assert_relative_eq!(perfect, by_hand, max_relative = 1e-12);
        assert_relative_eq!(wrong, by_hand + 1.0, max_relative = 1e-12);
    }
    // ANCHOR_END: program

    let (mut right, mut wrong, mut curves) =
        (Array2::zeros((1, 10)), Array2::zeros((1, 10)), vec![]);
    for step in 0..=200 {
        let loss = softmax_cross_entropy(&right, &array![0])?[0];
        curves.push([f64::from(step), loss, twice(&wrong)?[0]]);
        right -= &softmax_cross_entropy_gradient(&right, &array![0])?;
        let p = softmax(&wrong, 1.0)?;
        let jacobian = Array2::from_diag(&p.row(0)) - p.t().dot(&p);
        wrong -= &softmax_cross_entropy_gradient(&p, &array![0])?.dot(&jacobian);
    }
    Figure::new(
        "categorical_cross_entropy_double_softmax",
        "Training one example of ten classes, with one softmax and with two",
        "Two curves over 200 steps that start together. With one softmax the loss drops to nearly \
         zero. With two it falls late and levels off above a line well above zero.",
    )
    .panel(
        Panel::new(
            Axis::linear("step of gradient descent", 0.0..=200.0),
            Axis::linear("loss in nats, as it is reported", 0.0..=2.5),
        )
        .line("one softmax", curves.iter().map(|it| (it[0], it[1])))
        .line("two softmaxes", curves.iter().map(|it| (it[0], it[2])))
        .horizontal_line("floor of two softmaxes", (9.0 / 1.0_f64.exp()).ln_1p()),
    )
    .save()?;
    Ok(())
}
