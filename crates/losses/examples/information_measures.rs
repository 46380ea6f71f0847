//! Conditioning lowers entropy on average and not for each value; mutual information sees what correlation does not.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
fn entropy(p: &Array1<f64>) -> f64 {
    p.iter()
        .filter(|it| **it > 0.0)
        .map(|it| -it * it.ln())
        .sum()
}

/// H(X), H(Y), H(X, Y) and H(Y | X = x) for each row x of a table.
fn measures(table: &Array2<f64>) -> [Vec<f64>; 4] {
    let (x, y) = (table.sum_axis(Axis(1)), table.sum_axis(Axis(0)));
    let rows = table.rows().into_iter().zip(&x);
    let given = rows.map(|(row, p)| entropy(&(&row / *p))).collect();
    let all = Array1::from_iter(table.iter().copied());
    [
        vec![entropy(&x)],
        vec![entropy(&y)],
        vec![entropy(&all)],
        given,
    ]
}
// ANCHOR_END: program

fn main() -> Result<(), LossError> {
    // Rows: dry or wet; columns: no accident or one.
    let [x, y, both, given] = measures(&array![[0.79, 0.01], [0.10, 0.10]]);
    let (x, y, mean) = (x[0], y[0], 0.8 * given[0] + 0.2 * given[1]);
    println!(
        "H(Y) {y:.4}   H(Y | dry) {:.4}   H(Y | wet) {:.4}",
        given[0], given[1]
    );
    println!(
        "the mean of the two, H(Y | X) {mean:.4}   information {:.4}",
        y - mean
    );
    assert!(given[1] > y && mean < y);
    assert_relative_eq!(mean, both[0] - x, max_relative = 1e-12);
    // Independent: the information as a divergence from the product.
    let product = array![[0.8 * 0.89, 0.8 * 0.11, 0.2 * 0.89, 0.2 * 0.11]];
    let divergence = kl_divergence(&array![[0.79, 0.01, 0.10, 0.10]], &product)?[0];
    assert_relative_eq!(y - mean, divergence, max_relative = 1e-9);

    // X is −1, 0 or 1, and Y is its square: the covariance is E X³ = 0.
    let third = 1.0 / 3.0;
    let [x, y, both, _] = measures(&array![[0.0, third], [third, 0.0], [0.0, third]]);
    let information = x[0] + y[0] - both[0];
    println!(
        "Y = X²: covariance 0   information {information:.4}   H(Y) {:.4}",
        y[0]
    );
    let by_hand = 3_f64.ln() - 2.0 / 3.0 * 2_f64.ln();
    assert_relative_eq!(information, by_hand, max_relative = 1e-12);
    Ok(())
}
