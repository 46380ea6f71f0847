//! The divergence of joint distributions adds up along the chain, and processing lowers it.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Rows are x, columns are y given x.
    let (p_x, p_y) = (array![0.6, 0.4], array![[0.5, 0.3, 0.2], [0.1, 0.2, 0.7]]);
    let (q_x, q_y) = (array![0.3, 0.7], array![[0.4, 0.4, 0.2], [0.3, 0.3, 0.4]]);
    let row = |x: &Array1<f64>| x.clone().insert_axis(Axis(0));
    let joint = |x: &Array1<f64>, y: &Array2<f64>| {
        let rows = y * &x.clone().insert_axis(Axis(1));
        Array1::from_iter(rows).insert_axis(Axis(0))
    };

    let of_joint = kl_divergence(&joint(&p_x, &p_y), &joint(&q_x, &q_y))?[0];
    let of_x = kl_divergence(&row(&p_x), &row(&q_x))?[0];
    let of_y_given_x = kl_divergence(&p_y, &q_y)?.dot(&p_x);
    println!("KL of the joint distributions         {of_joint:.6}");
    println!("KL of x                               {of_x:.6}");
    println!("mean KL of y given x, weighted by p   {of_y_given_x:.6}");
    assert_abs_diff_eq!(of_joint, of_x + of_y_given_x, epsilon = 1e-12);

    let of_y = kl_divergence(&row(&p_x.dot(&p_y)), &row(&q_x.dot(&q_y)))?[0];
    println!("KL of y after forgetting x            {of_y:.6}");
    let channel = array![[0.9, 0.1, 0.0], [0.1, 0.8, 0.1], [0.0, 0.1, 0.9]];
    let noisy = |x: &Array1<f64>, y: &Array2<f64>| row(&x.dot(y).dot(&channel));
    let of_noisy_y = kl_divergence(&noisy(&p_x, &p_y), &noisy(&q_x, &q_y))?[0];
    println!("KL of y through a noisy channel       {of_noisy_y:.6}");
    assert!(of_noisy_y < of_y && of_y < of_joint);
    // ANCHOR_END: program
    Ok(())
}
