//! The Hessian is the covariance of a one-hot draw, and zero along the constant vector.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let logits = array![[1.0, 0.0, -1.0]];
    let p = softmax(&logits, 1.0)?;
    let hessian = Array2::from_diag(&p.row(0)) - p.t().dot(&p);

    // The covariance, by going through the three draws.
    let covariance = (0..3).fold(Array2::zeros((3, 3)), |sum: Array2<f64>, class| {
        let mut draw = -&p;
        draw[[0, class]] += 1.0;
        sum + p[[0, class]] * draw.t().dot(&draw)
    });
    assert_abs_diff_eq!(hessian, covariance, epsilon = 1e-12);

    for class in 0..3 {
        let gradient_at = |step: f64| {
            let mut moved = logits.clone();
            moved[[0, class]] += step;
            softmax_cross_entropy_gradient(&moved, &array![0])
        };
        let column = (gradient_at(1e-5)? - gradient_at(-1e-5)?) / 2e-5;
        assert_abs_diff_eq!(hessian.row(class), column.row(0), epsilon = 1e-9);
        println!("{:9.6}", hessian.row(class));
    }
    println!("direction            curvature");
    for direction in [[1.0, 1.0, 1.0], [1.0, 0.0, 0.0], [1.0, -1.0, 0.0]] {
        let v = Array1::from(direction.to_vec());
        let curvature = v.dot(&hessian).dot(&v) / v.dot(&v);
        println!("{v:4} {:15.6}", curvature.abs());
    }
    // ANCHOR_END: program

    let loss =
        |x: f64, y: f64, z: f64| ((1.0 + x).exp() + y.exp() + (z - 1.0).exp()).ln() - (1.0 + x);
    Figure::new(
        "categorical_cross_entropy_curvature",
        "Cross-entropy along three straight lines through the same logits",
        "One line is level. Two curves fall to zero, bent upward, one of them more steeply.",
    )
    .panel(
        Panel::new(
            Axis::linear("how far a logit is moved", -4.0..=4.0),
            Axis::linear("loss in nats", 0.0..=8.0),
        )
        .function("all up", |s| loss(s, s, s))
        .function("the true one up", |s| loss(s, 0.0, 0.0))
        .function("the true one up, the second down", |s| loss(s, -s, 0.0)),
    )
    .save()?;
    Ok(())
}
