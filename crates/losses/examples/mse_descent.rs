//! Gradient descent reaches the solution of the normal equations exactly for rates below 2 / h.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let raw = array![[-1.0, -10.0], [1.0, -10.0], [-1.0, 10.0], [1.0, 10.0]];
    let standardized = &raw / &raw.std_axis(Axis(0), 0.0);
    let targets = array![-4.0, 1.0, -1.0, 6.0];

    println!("features        curvatures   rate × h   steps to a millionth");
    let mut paths = Vec::new();
    for (features, times) in [(&raw, 1.0), (&raw, 1.9), (&raw, 2.1), (&standardized, 1.9)] {
        // The columns are orthogonal: Hessian and normal equations are diagonal.
        let squares: Array1<f64> = features.pow2().sum_axis(Axis(0));
        let curvatures = &squares * 2.0 / 4.0;
        let solution = features.t().dot(&targets) / &squares;

        let rate = times / curvatures[1];
        let (mut weights, mut path) = (array![0.0, 0.0], Vec::new());
        for _ in 0..2000 {
            path.push((&weights - &solution).pow2().sum().sqrt());
            let gradient = squared_error_gradient(&features.dot(&weights), &targets)? / 4.0;
            weights -= &(rate * features.t().dot(&gradient));
        }
        let steps = path.iter().position(|&it| it < 1e-6 * path[0]);
        let steps = steps.map_or("never".into(), |it| it.to_string());
        assert_eq!(steps != "never", times < 2.0);
        let name = if features == raw {
            "raw"
        } else {
            "standardized"
        };
        println!("{name:<13} {curvatures:>5.0} {times:>10.1}   {steps:>20}");
        paths.push((format!("{name}, {times:.1} / h"), path));
    }
    // ANCHOR_END: program

    let x = Axis::linear("step", 0.0..=400.0);
    let y = Axis::logarithmic("distance to the solution", 1e-6..=1e2);
    let panel = paths
        .into_iter()
        .fold(Panel::new(x, y), |panel, (name, path)| {
            panel.line(name, (0..).map(f64::from).zip(path))
        });
    let title = "Distance of the weights to the least-squares solution";
    let description = "Over the steps, three lines fall: two slowly, the standardized one fast. \
                       The fourth, with a rate above the bound, climbs out of the plot.";
    Figure::new("mse_descent", title, description)
        .panel(panel)
        .save()?;
    Ok(())
}
