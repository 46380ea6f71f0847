//! For counts the Poisson deviance weighs every event alike; squared error listens to the largest mean.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
fn deviance(count: f64, mean: f64) -> f64 {
    let surplus = if count > 0.0 { count * (count / mean).ln() } else { 0.0 };
    2.0 * (surplus - count + mean)
}

fn main() -> Result<(), LossError> {
    println!("count   predicted   squared error   deviance");
    for (count, mean) in [(3.0, 1.0), (102.0, 100.0), (0.0, 2.0)] {
        let squared = squared_error(&array![mean], &array![count])?[0];
        println!("{count:5} {mean:11} {squared:15.1} {:10.3}", deviance(count, mean));
    }
    // A rate of 1 event per visitor and hour: 100 shops with 1 visitor, one with 100.
    let visitors = Array1::from_shape_fn(101, |i| if i < 100 { 1.0 } else { 100.0 });
    let mut random = generator();
    let (mut poisson, mut least_squares) = (Vec::new(), Vec::new());
    for _ in 0..2000 {
        let counts = visitors.map(|&mean| poisson_count(mean, &mut random));
        // Setting the derivative in the rate to zero solves both fits.
        poisson.push(counts.sum() / visitors.sum());
        least_squares.push(visitors.dot(&counts) / visitors.dot(&visitors));
    }
    let [by_deviance, by_squares] = [poisson, least_squares].map(|it| Array1::from(it).var(0.0));
    println!("\nvariance of the fitted rate     simulated   exact");
    println!("deviance      {by_deviance:27.5} {:7.5}", 1.0 / 200.0);
    println!("squared error {by_squares:27.5} {:7.5}", 1_000_100.0 / 10_100_f64.powi(2));
    println!("\ntargets 1, 10, 100: mean {}, through logarithms {:.0}", 37, 1000_f64.cbrt());
    // ANCHOR_END: program
    assert_relative_eq!(by_deviance, 0.005, max_relative = 0.1);
    assert_relative_eq!(by_squares, 1_000_100.0 / 102_010_000.0, max_relative = 0.1);
    // The closed form of the fit: the deviance is least at events over visitors.
    let total = |rate: f64| deviance(3.0, rate) + deviance(150.0, 100.0 * rate);
    let rate = 153.0 / 101.0;
    assert!(total(rate) < total(rate + 1e-4) && total(rate) < total(rate - 1e-4));
    Ok(())
}

/// Numbers in (0, 1) by a linear congruential generator.
fn generator() -> impl FnMut() -> f64 {
    let mut state = 1_u64;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }
}

/// Waiting times of mean 1 that fit into the mean.
fn poisson_count(mean: f64, random: &mut impl FnMut() -> f64) -> f64 {
    let mut product = random();
    let mut count = 0.0;
    while product > (-mean).exp() {
        product *= random();
        count += 1.0;
    }
    count
}
