//! Coverage alone does not tell a sharp forecast from a vague one; the pinball loss does.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: forecasts
    // Days are quiet (scale 0.5) or wild (scale 2); outcomes are evenly spread quantiles.
    let logit = |q: f64| (q / (1.0 - q)).ln();
    let noise = Array1::from_shape_fn(1000, |i| logit((i as f64 + 0.5) / 1000.0));
    let days = [(0.5, 0.5 * &noise), (2.0, 2.0 * &noise)];
    // The quantiles of all days together, for a forecaster that ignores the kind of day.
    let mut pooled: Vec<f64> = days.iter().flat_map(|(_, day)| day.to_vec()).collect();
    pooled.sort_by(f64::total_cmp);
    type Forecast<'a> = &'a dyn Fn(f64, f64) -> f64;
    let forecasts: [(&str, Forecast); 4] = [
        ("knows the kind of day", &|scale, q| scale * logit(q)),
        ("half as wide", &|scale, q| 0.5 * scale * logit(q)),
        ("same interval every day", &|_, q| {
            pooled[(2000.0 * q) as usize]
        }),
        ("twice as wide", &|scale, q| 2.0 * scale * logit(q)),
    ];
    // ANCHOR_END: forecasts

    // ANCHOR: program
    println!("interval from q = 0.1 to 0.9     coverage            width   pinball");
    println!("                               all  quiet   wild      mean      mean");
    for (name, forecast) in forecasts {
        let (mut shares, mut width, mut loss) = (vec![], 0.0, 0.0);
        for (scale, day) in &days {
            let [low, high] = [0.1, 0.9].map(|q| forecast(*scale, q));
            shares.push(mean(&day.mapv(|y| f64::from(low <= y && y <= high)))?);
            width += (high - low) / 2.0;
            for (bound, q) in [(low, 0.1), (high, 0.9)] {
                loss += mean(&pinball(&Array1::from_elem(1000, bound), day, q)?)? / 4.0;
            }
        }
        let all = (shares[0] + shares[1]) / 2.0;
        println!(
            "{name:25} {all:9.3} {:6.3} {:6.3} {width:9.3} {loss:9.4}",
            shares[0], shares[1]
        );
    }
    // ANCHOR_END: program
    // For a logistic the least pinball loss of scale s at q is −s (q ln q + (1 − q) ln (1 − q)).
    let least = |s: f64| -s * (0.1 * 0.1_f64.ln() + 0.9 * 0.9_f64.ln());
    let low = Array1::from_elem(1000, 0.5 * logit(0.1));
    let quiet = mean(&pinball(&low, &days[0].1, 0.1)?)?;
    assert_abs_diff_eq!(quiet, least(0.5), epsilon = 1e-3);
    Ok(())
}
