//! For counts the Poisson deviance weighs every event alike; squared error listens to the largest mean.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
fn deviance(count: f64, mean: f64) -> f64 {
    let ratio = if count > 0.0 { count / mean } else { 1.0 };
    2.0 * (count * ratio.ln() - count + mean)
}

fn main() -> Result<(), LossError> {
    println!("count   predicted   squared error   deviance");
    for (count, mean) in [(3.0, 1.0), (102.0, 100.0), (0.0, 2.0)] {
        let squared = squared_error(&array![mean], &array![count])?[0];
        let deviance = deviance(count, mean);
        println!("{count:5} {mean:11} {squared:15.1} {deviance:10.3}");
    }
    // One event per visitor: 100 shops with 1 visitor a day, one shop with 100.
    let visitors = Array1::from_shape_fn(101, |i| if i < 100 { 1.0 } else { 100.0 });
    // Both fitted rates are weighted sums of the counts, whose variances are their means.
    let by_deviance = Array1::ones(101) / visitors.sum();
    let by_squares = &visitors / visitors.dot(&visitors);
    let variance = |weights: &Array1<f64>| (weights * weights).dot(&visitors);
    let [fine, coarse] = [variance(&by_deviance), variance(&by_squares)];
    println!("\nvariance of the fitted rate");
    println!(
        "deviance {fine:.5}, squared error {coarse:.5}, ratio {:.2}",
        coarse / fine
    );
    let skewed = array![1_f64, 10.0, 100.0];
    let [plain, logged] = [mean(&skewed)?, mean(&skewed.ln())?.exp()];
    println!("targets {skewed}: mean {plain}, through logarithms {logged:.0}");
    // ANCHOR_END: program
    assert_relative_eq!(coarse / fine, 200.0 * 1_000_100.0 / 10_100_f64.powi(2));

    // The weights are right: at those rates the slopes of both total losses are zero.
    let counts = Array1::from_shape_fn(101, |i| if i < 100 { (i % 4) as f64 } else { 90.0 });
    let rate = by_squares.dot(&counts);
    let slopes = squared_error_gradient(&(&visitors * rate), &counts)?;
    assert_abs_diff_eq!(slopes.dot(&visitors), 0.0, epsilon = 1e-9);
    let total = |rate: f64| {
        Zip::from(&counts)
            .and(&visitors)
            .fold(0.0, |sum, &count, &mean| sum + deviance(count, rate * mean))
    };
    let rate = by_deviance.dot(&counts);
    assert_abs_diff_eq!(total(rate + 1e-4), total(rate - 1e-4), epsilon = 1e-6);
    assert!(total(rate) < total(rate + 1e-4));
    Ok(())
}
