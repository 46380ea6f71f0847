//! Both proper scores split into calibration and refinement, and only the first can be repaired.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Four kinds of examples, equally many, and the true share of positives in each.
    let truth = array![0.1, 0.2, 0.6, 0.9];
    let forecasters = [
        ("the truth", truth.clone()),
        ("the base rate", array![0.45, 0.45, 0.45, 0.45]),
        ("coarse, honest", array![0.15, 0.15, 0.75, 0.75]),
        ("fine, boastful", array![0.01, 0.05, 0.9, 0.999]),
    ];
    println!("                 score    =  calibration  +  refinement");
    for (name, q) in forecasters {
        // The share of positives among all examples with the same forecast.
        let c = q.map(|&it| {
            let alike = q.iter().zip(&truth).filter(|(other, _)| **other == it);
            mean(&alike.map(|(_, p)| *p).collect::<Array1<f64>>())
        });
        let c = c.into_iter().collect::<Result<Array1<f64>, _>>()?;
        let brier = mean(&(&truth * (1.0 - &q).powi(2) + (1.0 - &truth) * q.powi(2)))?;
        let off = mean(&squared_error(&q, &c)?)?;
        let fine = mean(&(&c * (1.0 - &c)))?;
        println!("{name:<15}  Brier {brier:6.4}  {off:10.4} {fine:15.4}");
        let log = mean(&binary_cross_entropy(&q, &truth)?)?;
        let off_log = mean(&kl_divergence(&pairs(&c), &pairs(&q))?)?;
        let fine_log = -mean(&(&c * &c.ln() + (1.0 - &c) * (1.0 - &c).ln()))?;
        println!("                 log   {log:6.4}  {off_log:10.4} {fine_log:15.4}");
        assert_abs_diff_eq!(brier, off + fine, epsilon = 1e-12);
        assert_abs_diff_eq!(log, off_log + fine_log, epsilon = 1e-12);
    }
    // ANCHOR_END: program
    Ok(())
}

/// One row (p, 1 − p) for each p.
fn pairs(p: &Array1<f64>) -> Array2<f64> {
    Array2::from_shape_fn(
        (p.len(), 2),
        |(i, j)| if j == 0 { p[i] } else { 1.0 - p[i] },
    )
}
