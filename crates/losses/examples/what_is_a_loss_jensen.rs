//! A convex loss of the mean prediction is at most the mean loss; for the 0-1 loss it is not so.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Five models, one example: predictions for the target 3, and probabilities of label 1.
    let predictions = array![2.0, 2.5, 3.5, 4.0, 5.0];
    let each = mean(&squared_error(&predictions, &Array1::from_elem(5, 3.0))?)?;
    let joint = squared_error(&array![mean(&predictions)?], &array![3.0])?[0];
    let spread = predictions.var(0.0);
    println!("                   mean loss   loss of the mean   difference");
    println!(
        "squared error {each:14.4} {joint:18.4} {:12.4}",
        each - joint
    );
    println!("variance of the predictions {spread:33.4}");
    assert_relative_eq!(each - joint, spread, epsilon = 1e-12);
    let p = array![0.9, 0.6, 0.4, 0.55, 0.2];
    let each = mean(&binary_cross_entropy(&p, &Array1::ones(5))?)?;
    let joint = binary_cross_entropy(&array![mean(&p)?], &array![1.0])?[0];
    println!(
        "log loss      {each:14.4} {joint:18.4} {:12.4}",
        each - joint
    );
    let wrong = p.map(|&p| f64::from(p < 0.5));
    let p_far = array![0.55, 0.55, 0.55, 0.05, 0.05];
    let wrong_far = mean(&p_far.map(|&p| f64::from(p < 0.5)))?;
    let joint_far = f64::from(mean(&p_far)? < 0.5);
    println!(
        "errors        {:14.4} {:18.4}",
        mean(&wrong)?,
        f64::from(mean(&p)? < 0.5)
    );
    println!("errors, two sure of it {wrong_far:5.4} {joint_far:18.4}");
    // ANCHOR_END: program
    assert_relative_eq!(
        each - joint,
        mean(&p)?.ln() - mean(&p.ln())?,
        epsilon = 1e-12
    );
    assert_relative_eq!(
        spread,
        mean(&predictions.powi(2))? - mean(&predictions)?.powi(2),
        epsilon = 1e-12
    );
    Ok(())
}
