//! Conversions that have not come yet are not negatives: counting them as such is biased, a model of the delay is not.

extern crate losses;

use losses::prelude::*;

fn main() {
    // One click in ten converts, after a delay that is exponential with mean 5 days.
    // The clicks are between 0 and 10 days old: (age, delay if it has come).
    let (rate, mean) = (0.1, 5.0);
    let clicks: Vec<(f64, Option<f64>)> = (0..50_000)
        .map(|it| {
            let age = (f64::from(it % 100) + 0.5) / 10.0;
            let quantile = (f64::from(it / 100) + 0.5) / 500.0;
            // The first tenth of the quantiles converts, at its own delay.
            let delay = (quantile < rate).then(|| -mean * (1.0 - quantile / rate).ln());
            (age, delay.filter(|it| *it <= age))
        })
        .collect();
    // ANCHOR: program
    let converted = clicks.iter().filter(|it| it.1.is_some()).count() as f64;
    let naive = converted / clicks.len() as f64;
    // EM for P(converts) = p and the rate λ of the delay.
    let (mut p, mut lambda) = (naive, 1.0);
    for _ in 0..300 {
        let (mut will, mut days) = (0.0, 0.0);
        for (age, delay) in &clicks {
            let late = p * (-lambda * age).exp();
            let (share, waited) = match delay {
                Some(delay) => (1.0, *delay),
                None => (late / (late + 1.0 - p), *age),
            };
            (will, days) = (will + share, days + share * waited);
        }
        (p, lambda) = (will / clicks.len() as f64, converted / days);
    }
    println!("clicks of 0 to 10 days, mean delay of 5 days");
    println!("true rate                             {rate:.4}");
    println!("late ones counted as negatives        {naive:.4}");
    println!("model of the delay: rate              {p:.4}");
    println!("model of the delay: mean delay, days  {:.2}", 1.0 / lambda);
    // ANCHOR_END: program
    // The share that has come by age a is 1 − e^(−a/5), averaged over 0 to 10.
    let come = 1.0 - (1.0 - (-2.0_f64).exp()) / 2.0;
    println!("share that has come                   {come:.4}");
    assert_relative_eq!(naive, rate * come, max_relative = 1e-2);
    assert_relative_eq!(p, rate, max_relative = 2e-2);
    assert_relative_eq!(1.0 / lambda, mean, max_relative = 5e-2);
}
