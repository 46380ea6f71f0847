//! The three gradients of a triplet sum to zero; plain distances pull with length 1, squared distances with twice the distance.

extern crate figures;
extern crate losses;

use figures::{Axis as Scale, Figure, Panel};
use losses::prelude::*;

type Points = ArrayRef2<f64>;
type Value = fn(&Points, &Points, &Points, f64) -> Result<Array1<f64>, LossError>;
type Slope = fn(&Points, &Points, &Points, f64) -> Result<TripletGradient, LossError>;
const NAMES: [&str; 3] = ["anchor", "positive", "negative"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let about = "The positive moves to the anchor, the negative away, the anchor by minus both.";
    let mut figure = Figure::new("triplet_gradient", "One step on a triplet", about);
    // ANCHOR: program
    let places = [[0.0, 0.0], [3.0, 1.0], [-1.0, 2.0]];
    let [a, p, n] = places.map(|it| array![it]);
    for (form, rate) in [("squared", 0.1), ("plain", 0.5)] {
        let (value, slope) = match form {
            "squared" => (triplet_squared as Value, triplet_squared_gradient as Slope),
            _ => (triplet as Value, triplet_gradient as Slope),
        };
        let slope = slope(&a, &p, &n, 1.0)?;
        let slopes = [slope.anchors, slope.positives, slope.negatives];
        for (role, name) in NAMES.into_iter().enumerate() {
            let (x, y) = (slopes[role][[0, 0]], slopes[role][[0, 1]]);
            println!(
                "{form:<8} {name:<9} ({x:7.4}, {y:7.4})  length {:.4}",
                x.hypot(y)
            );
            // Central differences of the loss know nothing of the formulas.
            for (axis, slope) in [x, y].into_iter().enumerate() {
                let moved = |by| {
                    let mut points = [a.clone(), p.clone(), n.clone()];
                    points[role][[0, axis]] += by;
                    value(&points[0], &points[1], &points[2], 1.0).map(|it| it[0])
                };
                let difference = (moved(1e-6)? - moved(-1e-6)?) / 2e-6;
                assert_relative_eq!(slope, difference, epsilon = 1e-8);
            }
        }
        assert_abs_diff_eq!(&slopes[0] + &slopes[1] + &slopes[2], array![[0.0, 0.0]]);
        // ANCHOR_END: program
        let [x, y] = [("first", -1.5..=4.0), ("second", -0.7..=2.7)]
            .map(|(name, range)| Scale::linear(format!("{name} coordinate"), range));
        let mut panel = Panel::new(x, y).heading(form).equal_scales();
        for (role, name) in NAMES.into_iter().enumerate() {
            let ([x, y], slope) = (places[role], &slopes[role] * rate);
            let step = [(x, y), (x - slope[[0, 0]], y - slope[[0, 1]])];
            panel = panel.points(name, [step[0]]).line("one step", step);
        }
        figure = figure.panel(panel);
    }
    Ok(figure.save()?)
}
