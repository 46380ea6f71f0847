//! With one fixed variance the likelihood of many outputs is a sum of squares; a normal prior adds more of them.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Ten outputs, all with the deviation σ; two predictions of them.
    let targets = Array1::from_iter((0..10).map(|i| f64::from(i * i % 7)));
    let [good, bad] = [&targets + 0.5, &targets * 0.0 + 2.0];
    println!("          negative log-likelihood   times 2σ², less the constant");
    println!("    σ        good         bad             good          bad");
    for deviation in [0.5, 1.0, 3.0_f64] {
        let s = Array1::from_elem(10, 2.0 * deviation.ln());
        let total = |it: &Array1<f64>| {
            gaussian_negative_log_likelihood(it, &s, &targets).map(|it| it.sum())
        };
        let [a, b] = [total(&good)?, total(&bad)?];
        let constant = 5.0 * (std::f64::consts::TAU * deviation.powi(2)).ln();
        let [c, d] = [a, b].map(|it| 2.0 * deviation.powi(2) * (it - constant));
        println!("{deviation:5} {a:11.4} {b:11.4} {c:16.4} {d:12.4}");
        assert_relative_eq!(
            c,
            squared_error(&good, &targets)?.sum(),
            max_relative = 1e-12
        );
        assert_relative_eq!(
            d,
            squared_error(&bad, &targets)?.sum(),
            max_relative = 1e-12
        );
    }

    // A slope w with the prior N(0, τ²), noise σ: one more row of a least-squares problem.
    let (x, y, sigma, tau) = (
        array![1.0, 2.0, 3.0],
        array![2.0, 3.0, 7.0],
        2.0_f64,
        0.5_f64,
    );
    let (rows, targets) = (array![0.5, 1.0, 1.5, 2.0], array![1.0, 1.5, 3.5, 0.0]);
    let stacked = rows.dot(&targets) / rows.dot(&rows);
    let log_posterior = |w: f64| {
        let s = Array1::from_elem(3, 2.0 * sigma.ln());
        let likelihood = gaussian_negative_log_likelihood(&(w * &x), &s, &y)?.sum();
        let prior =
            gaussian_negative_log_likelihood(&array![w], &array![2.0 * tau.ln()], &array![0.0])?;
        Ok::<f64, LossError>(likelihood + prior[0])
    };
    println!(
        "\nleast squares {:.4}, MAP {stacked:.4}",
        x.dot(&y) / x.dot(&x)
    );
    let [left, right] = [
        log_posterior(stacked - 1e-4)?,
        log_posterior(stacked + 1e-4)?,
    ];
    println!(
        "slope of the log-posterior at the MAP {:.6}",
        ((right - left) / 2e-4).abs()
    );
    // ANCHOR_END: program
    // Ridge with the penalty σ²/τ² gives the same slope.
    let ridge = x.dot(&y) / (x.dot(&x) + sigma.powi(2) / tau.powi(2));
    assert_relative_eq!(stacked, ridge);
    assert_abs_diff_eq!((right - left) / 2e-4, 0.0, epsilon = 1e-6);
    Ok(())
}
