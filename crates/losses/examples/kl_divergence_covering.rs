//! Fitted to two modes, the forward divergence covers both, the reverse one seeks one.

extern crate figures;

use figures::{Axis, Figure, Panel};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let normal = |x: f64, mean: f64, sd: f64| {
        (-0.5 * ((x - mean) / sd).powi(2)).exp() / (sd * std::f64::consts::TAU.sqrt())
    };
    let grid = || (-500..=500).map(|k| 0.02 * f64::from(k));
    // ANCHOR: program
    let target = |x: f64| 0.6 * normal(x, -2.0, 0.7) + 0.4 * normal(x, 3.0, 1.0);
    let forward = |[mean, sd]: [f64; 2]| {
        let term = |x| target(x) * (target(x) / normal(x, mean, sd)).ln();
        0.02 * grid().map(term).sum::<f64>()
    };
    let reverse = |[mean, sd]: [f64; 2]| {
        let term = |x| normal(x, mean, sd) * (normal(x, mean, sd) / target(x)).ln();
        0.02 * grid().map(term).sum::<f64>()
    };
    let fit = |loss: &dyn Fn([f64; 2]) -> f64, start: f64| {
        let [mut mean, mut sd] = [start, 1.0];
        for _ in 0..400 {
            let of_mean = loss([mean + 1e-5, sd]) - loss([mean - 1e-5, sd]);
            let of_sd = loss([mean, sd + 1e-5]) - loss([mean, sd - 1e-5]);
            (mean, sd) = (mean - 0.2 * of_mean / 2e-5, sd - 0.2 * of_sd / 2e-5);
        }
        [mean, sd]
    };
    let fits = [fit(&forward, 1.0), fit(&reverse, -3.0), fit(&reverse, 4.0)];
    println!("minimized             mean       sd   KL(p‖q)   KL(q‖p)");
    for ([mean, sd], how) in fits
        .iter()
        .zip(["KL(p‖q)", "KL(q‖p), left", "KL(q‖p), right"])
    {
        let (there, back) = (forward([*mean, *sd]), reverse([*mean, *sd]));
        println!("{how:<15} {mean:10.4} {sd:8.4} {there:9.4} {back:9.4}");
    }
    // The forward fit has the mean, 0, and the variance, 6.694, of the target.
    assert!(fits[0][0].abs() < 1e-4 && (fits[0][1].powi(2) - 6.694).abs() < 1e-4);
    // ANCHOR_END: program

    let curve = |[mean, sd]: [f64; 2]| move |x: f64| normal(x, mean, sd);
    let x = Axis::linear("x", -8.0..=8.0);
    let y = Axis::linear("density", 0.0..=0.6);
    let panel = Panel::new(x, y)
        .area("target p", grid().map(|x| (x, target(x))))
        .function("least KL(p‖q)", curve(fits[0]))
        .function("least KL(q‖p), from the left", curve(fits[1]))
        .function("least KL(q‖p), from the right", curve(fits[2]));
    let title = "A target with two modes, and single normal distributions fitted to it";
    let seen = "The shaded target has a high narrow peak at −2 and a lower, wider one at 3. The \
        forward fit is one broad bump with its top in the valley between them. Each \
        reverse fit lies on one peak, is as wide as it, and ignores the other.";
    Figure::new("kl_divergence_covering", title, seen)
        .panel(panel)
        .save()?;
    Ok(())
}
