//! The temperature decides which negatives InfoNCE hears: a small one leaves only the hardest.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Cosines with the anchor: the positive first, then the negatives.
    let cosines = array![[0.8, 0.9, 0.7, 0.3, 0.0, -0.5]];
    let loss = |cosines: &Array2<f64>, temperature: f64| {
        Ok::<_, LossError>(softmax_cross_entropy(&(cosines / temperature), &array![0])?[0])
    };
    let negatives = ["0.9", "0.7", "0.3", "0.0", "−0.5"];
    let axis = Axis::categories("cosine of the negative", negatives);
    let mut panel = Panel::new(axis, Axis::linear("share in the push", 0.0..=1.0));
    println!("cosines from -1 to 1, positive 0.8; share of each negative in the push");
    println!("   τ   1/τ    0.9    0.7    0.3    0.0   -0.5    pull  τ · loss");
    for temperature in [10.0, 1.0, 0.1, 0.05, 0.01] {
        let scores = &cosines / temperature;
        let gradient = softmax_cross_entropy_gradient(&scores, &array![0])? / temperature;
        let pull = -gradient[[0, 0]];
        let shares = Vec::from_iter(gradient.iter().skip(1).map(|push| push / pull));
        print!("{temperature:4} {:5}", 1.0 / temperature);
        shares.iter().for_each(|share| print!(" {share:6.3}"));
        let scaled = temperature * loss(&cosines, temperature)?;
        println!(" {pull:7.3} {scaled:9.4}");
        panel = panel.bars(format!("temperature {temperature}"), shares);
    }
    // ANCHOR_END: program

    for (temperature, index) in [(1.0, 0), (1.0, 1), (0.05, 1), (0.1, 0), (0.1, 2)] {
        let scores = &cosines / temperature;
        let gradient = softmax_cross_entropy_gradient(&scores, &array![0])? / temperature;
        let shifted = |step: f64| {
            let mut cosines = cosines.clone();
            cosines[[0, index]] += step;
            loss(&cosines, temperature)
        };
        let difference = (shifted(1e-6)? - shifted(-1e-6)?) / 2e-6;
        assert_relative_eq!(gradient[[0, index]], difference, max_relative = 1e-6);
    }
    let title = "Which negatives push, by temperature";
    let shown = "Bars for five negatives at five temperatures. At 10 all five are nearly equal; at \
                 0.01 the negative with cosine 0.9 has everything.";
    Ok(Figure::new("contrastive_temperature", title, shown)
        .panel(panel)
        .save()?)
}
