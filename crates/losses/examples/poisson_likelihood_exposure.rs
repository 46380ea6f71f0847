//! A log link with an exposure fits a rate: total count over total exposure, not a mean of ratios.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Claims of five insured, who were insured for different numbers of years.
    let claims = array![1.0, 0.0, 3.0, 2.0, 4.0];
    let years = array![0.1, 1.0, 2.0, 4.0, 5.0];
    let mut log_rate = 0.0;
    for _ in 0..500 {
        let log_means = years.ln() + log_rate;
        let pulls = poisson_negative_log_likelihood_gradient(&log_means, &claims)?;
        // Newton: the curvature of each example is its mean.
        log_rate -= pulls.sum() / log_means.exp().sum();
    }
    let rate = log_rate.exp();
    let by_totals = claims.sum() / years.sum();
    println!("claims {claims}, years {years}");
    println!("fitted rate                {rate:.6} a year");
    println!("total claims / total years {by_totals:.6}");
    println!(
        "mean of claims / years     {:.6}",
        mean(&(&claims / &years))?
    );
    assert_relative_eq!(rate, by_totals, max_relative = 1e-9);

    let log_means = years.ln() + log_rate;
    let means = log_means.exp();
    println!("\nyears   claims   expected   deviance   loss, nats");
    let deviances = poisson_deviance(&log_means, &claims)?;
    let losses = poisson_negative_log_likelihood(&log_means, &claims)?;
    for (i, year) in years.iter().enumerate() {
        let (y, mean, d, loss) = (claims[i], means[i], deviances[i], losses[i]);
        println!("{year:5} {y:8} {mean:10.4} {d:10.4} {loss:12.4}");
    }
    // ANCHOR_END: program
    // The intercept makes the fitted total right, as for every canonical link.
    assert_relative_eq!(means.sum(), claims.sum(), max_relative = 1e-9);

    let total = |rate: f64| {
        let log_means = years.ln() + rate.ln();
        poisson_negative_log_likelihood(&log_means, &claims).map_or(f64::NAN, |it| it.sum())
    };
    let axis = Axis::linear("rate, claims a year", 0.2..=2.5);
    let panel = Panel::new(axis, Axis::linear("total loss, nats", 7.0..=14.0))
        .function("Poisson likelihood", total)
        .vertical_line("totals", by_totals);
    let text = "A lopsided valley with its lowest point at the ratio of the totals.";
    let title = "Loss over the rate";
    let figure = Figure::new("poisson_likelihood_exposure", title, text);
    Ok(figure.panel(panel).save()?)
}
