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
        let [squared, deviance] = [f64::powi(count - mean, 2), deviance(count, mean)];
        println!("{count:5} {mean:11} {squared:15.1} {deviance:10.3}");
    }
    // One event per visitor: 100 shops with 1 visitor a day, one shop with 100.
    let visitors = Array1::from_shape_fn(101, |i| if i < 100 { 1.0 } else { 100.0 });
    let mut random = generator();
    let (mut poisson, mut least_squares) = (Array1::zeros(2000), Array1::zeros(2000));
    for day in 0..2000 {
        let counts = visitors.map(|&mean| poisson_count(mean, &mut random));
        // The rate at which the derivative of the total loss is zero.
        poisson[day] = counts.sum() / visitors.sum();
        least_squares[day] = visitors.dot(&counts) / visitors.dot(&visitors);
    }
    let exact = [1.0 / 200.0, 1_000_100.0 / 10_100_f64.powi(2)];
    let simulated = [poisson.var(0.0), least_squares.var(0.0)];
    println!("variance of the rate by deviance, by squares, their ratio");
    println!(
        "exact     {:.5} {:.5} {:.2}",
        exact[0],
        exact[1],
        exact[1] / exact[0]
    );
    println!("simulated {:.5} {:.5}", simulated[0], simulated[1]);
    // ANCHOR_END: program
    assert_relative_eq!(simulated[..], exact[..], max_relative = 0.1);
    // The deviance is least at events over visitors.
    let total = |rate: f64| deviance(3.0, rate) + deviance(150.0, 100.0 * rate);
    let rate = 153.0 / 101.0;
    assert!(total(rate) < total(rate + 1e-4) && total(rate) < total(rate - 1e-4));
    Ok(())
}

fn generator() -> impl FnMut() -> f64 {
    let mut state = 1_u64;
    move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        ((state >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }
}

/// How many waiting times of mean 1 fit into the mean.
fn poisson_count(mean: f64, random: &mut impl FnMut() -> f64) -> f64 {
    let waits = std::iter::repeat_with(|| -random().ln());
    let arrivals = waits.scan(0.0, |now, wait| {
        Some({
            *now += wait;
            *now
        })
    });
    arrivals.take_while(|&arrival| arrival < mean).count() as f64
}
