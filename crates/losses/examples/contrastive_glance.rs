//! The gradient of a pair, similar or not, is the slope of its loss in the distance.

extern crate figures;
extern crate losses;

use std::iter::zip;

use figures::{Axis as Scale, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // One item is at 0, the other at the distance; the margin is 2.
    let distances = Array::linspace(0.0, 3.0, 601);
    let origin = Array2::zeros((distances.len(), 1));
    let x = Scale::linear("distance", 0.0..=3.0);
    let mut panel = Panel::new(x, Scale::linear("", -2.0..=4.0)).vertical_line("margin", 2.0);
    for (name, pair) in [("similar", Pair::Similar), ("dissimilar", Pair::Dissimilar)] {
        let pairs = Array1::from_elem(distances.len(), pair);
        let places = |by: f64| (&distances + by).insert_axis(Axis(1));
        let moved = |by: f64| contrastive(&places(by), &origin, &pairs, 2.0);
        let gradient = contrastive_gradient(&places(0.0), &origin, &pairs, 2.0)?
            .column(0)
            .to_owned();
        let by_differences = (moved(1e-6)? - moved(-1e-6)?) / 2e-6;
        assert_abs_diff_eq!(gradient, by_differences, epsilon = 1e-6);

        println!("distance   loss, {name:<10}   gradient");
        let losses = moved(0.0)?;
        for at in [100, 200, 400, 600] {
            let [distance, loss, gradient] = [&distances, &losses, &gradient].map(|it| it[at]);
            println!("{distance:8.1} {loss:18.3} {gradient:10.1}");
        }
        // ANCHOR_END: program
        // At distance 0 a dissimilar pair has no gradient: 0 is stated there.
        let slope = zip(distances.clone(), gradient).skip(1);
        panel = panel
            .line(format!("{name}: loss"), zip(distances.clone(), losses))
            .line(format!("{name}: gradient"), slope);
    }
    let shown = "For a similar pair a rising parabola and a line through 0. For a dissimilar pair \
                 a parabola that falls to 0 at the margin, and a line from −2 to 0 there.";
    let figure = Figure::new("contrastive_glance", "Contrastive loss and gradient", shown);
    Ok(figure.narrow().panel(panel).save()?)
}
