//! Lines trained on pinball losses have the right share of targets below, and cross outside.

extern crate figures;

use figures::{Axis, Figure, Panel};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Targets 1 + 2x, with uniform noise of half-width 0.2 + 0.8x.
    let point = |i: u32| {
        let [x, u] = [0.754_877_666_2, 0.569_840_291].map(|a| (f64::from(i) * a).fract());
        (x, 1.0 + 2.0 * x + (0.2 + 0.8 * x) * (2.0 * u - 1.0))
    };
    let data: Vec<(f64, f64)> = (1..=500).map(point).collect();
    println!("  q   intercept    true     slope    true   targets below");
    let mut lines = Vec::new();
    for q in [0.1, 0.5, 0.9] {
        let (mut intercept, mut slope) = (0.0, 0.0);
        for step in 1..=20_000 {
            let rate = 2.0 / f64::from(step).sqrt();
            let (a, b) = (intercept, slope);
            // The subgradient of one example: −q below its target, 1 − q above it.
            let push = |&(x, y): &(f64, f64)| f64::from(a + b * x > y) - q;
            intercept -= rate / 500.0 * data.iter().map(push).sum::<f64>();
            slope -= rate / 500.0 * data.iter().map(|it| it.0 * push(it)).sum::<f64>();
        }
        let below = data.iter().filter(|(x, y)| *y <= intercept + slope * x);
        let share = below.count() as f64 / 500.0;
        let (truth, rise) = (0.8 + 0.4 * q, 1.2 + 1.6 * q);
        println!("{q:.1} {intercept:11.3} {truth:7.3} {slope:9.3} {rise:7.3} {share:15.3}");
        assert!((share - q).abs() < 0.006 && (slope - rise).abs() < 0.05);
        lines.push((intercept, slope));
    }
    let crossing = (lines[0].0 - lines[2].0) / (lines[2].1 - lines[0].1);
    println!("the outer lines cross at x = {crossing:.3}");
    // ANCHOR_END: program

    let x = Axis::linear("x", -0.6..=1.0);
    let panel = Panel::new(x, Axis::linear("y", -1.0..=4.0))
        .points("targets", data.into_iter().step_by(6))
        .vertical_line("crossing", crossing)
        .function("q = 0.1", |x| lines[0].0 + lines[0].1 * x)
        .function("q = 0.5", |x| lines[1].0 + lines[1].1 * x)
        .function("q = 0.9", |x| lines[2].0 + lines[2].1 * x);
    let title = "Three quantile lines";
    let description = "A fan of points that opens to the right, with lines below, through and \
                       above it that meet to the left of the data and then change order.";
    Figure::new("mae_quantiles", title, description)
        .panel(panel)
        .save()?;
    Ok(())
}
