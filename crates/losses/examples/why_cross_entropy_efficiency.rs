//! Both losses find the true weight; the surer the labels, the more data squared error needs.

extern crate figures;
extern crate losses;
use figures::{Axis, Figure, Panel};
use losses::prelude::*;
fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let (x, mut draw) = (Array1::linspace(-3.0, 3.0, 800), label_of_probability());
    // Newton with the expected curvature; a factor p (1 − p) makes it squared error's.
    let fit = |y: &Array1<f64>, power: i32| {
        (0..5).fold(1.0, |w, _| {
            let (mut slope, mut curvature) = (0.0, 0.0);
            for (x, y) in x.iter().zip(y) {
                let p = 1.0 / (1.0 + f64::exp(-w * x));
                let pull = x * (p * (1.0 - p)).powi(power);
                slope += (p - y) * pull;
                curvature += p * (1.0 - p) * x * pull;
            }
            w - slope / curvature
        })
    };
    println!("400 fits to 800 labels: mean ± deviation   efficiency of");
    println!("true w   cross-entropy      squared error  squared error   theory");
    for w in [0.5, 1.0, 1.5] {
        let samples = Vec::from_iter((0..400).map(|_| sigmoid(&(w * &x)).mapv(&mut draw)));
        let [(a, sa), (b, sb)] = [0, 1].map(|power| {
            let fits = Array1::from_iter(samples.iter().map(|y| fit(y, power)));
            (fits.sum() / 400.0, fits.std(0.0))
        });
        let (simulated, theory) = ((sa / sb).powi(2), efficiency(w));
        println!("{w:6} {a:6.4} ± {sa:.4}    {b:6.4} ± {sb:.4} {simulated:14.3} {theory:8.3}");
        assert!((simulated - theory).abs() < 0.08 && (a - w).abs().max((b - w).abs()) < 0.02);
    }
    println!("theory at 3: {:.3}", efficiency(3.0));
    // ANCHOR_END: program
    let x = Axis::linear("true weight", 0.0..=6.0);
    let weights = Array1::linspace(0.0, 6.0, 61);
    let curve = weights.iter().map(|&w| (w, efficiency(w)));
    let panel = Panel::new(x, Axis::linear("efficiency", 0.0..=1.0)).line("", curve);
    let text = "It falls from 1 at weight 0, and from weight 3 on it stays near 0.54.";
    let title = "The share of the data that squared error uses";
    let figure = Figure::new("why_cross_entropy_efficiency", title, text);
    Ok(figure.panel(panel).save()?)
}

/// Variance of the weight by cross-entropy over that by squared error, for many labels.
fn efficiency(w: f64) -> f64 {
    let x = Array1::linspace(-3.0, 3.0, 800);
    let v = sigmoid(&(w * &x)).mapv(|p| p * (1.0 - p));
    let moment = |power| (v.mapv(|v| v.powi(power)) * &x * &x).sum();
    moment(2).powi(2) / (moment(1) * moment(3))
}
fn label_of_probability() -> impl FnMut(f64) -> f64 {
    let mut state = 1_u64;
    move |p| {
        state = state.wrapping_mul(6_364_136_223_846_793_005);
        f64::from((state >> 11) as f64 / 2_f64.powi(53) < p)
    }
}
