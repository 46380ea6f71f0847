//! Of all the probabilities, cross-entropy reads the one of the true class.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let answers = [
        array![[0.6, 0.3, 0.1]],
        array![[0.6, 0.2, 0.2]],
        array![[0.1, 0.8, 0.1]],
        array![[0.01, 0.98, 0.01]],
    ];
    println!("the first of three classes is the true one");
    println!("probabilities          cross-entropy   squared error");
    for answer in answers {
        // Logarithms of probabilities are logits: softmax gives them back.
        let loss = softmax_cross_entropy(&answer.ln(), &array![0])?[0];
        let squared = sum(&squared_error(&answer, &array![[1.0, 0.0, 0.0]])?);
        println!("{:.2} {loss:15.6} {squared:15.6}", answer.row(0));

        // The likelihood of what was observed is the first probability.
        assert_relative_eq!((-loss).exp(), answer[[0, 0]]);
    }
    // ANCHOR_END: program

    let panel = |heading: &str, name: &str, loss: fn(f64, f64) -> f64| {
        let on_simplex = move |p: f64, q: f64| if p + q <= 1.0 { loss(p, q) } else { f64::NAN };
        Panel::new(
            Axis::linear("probability of the true class", 0.02..=1.0),
            Axis::linear("probability of a wrong class", 0.0..=1.0),
        )
        .heading(heading)
        .heat_map(name, on_simplex)
        .annotate("0.6, 0.3, 0.1", (0.6, 0.3))
        .annotate("0.6, 0.2, 0.2", (0.6, 0.2))
    };
    Figure::new(
        "categorical_cross_entropy_three_classes",
        "Cross-entropy and squared error over the probabilities of three classes",
        "Two heat maps over a triangle: the probability of the true class runs to the right, that \
         of a wrong class upward, the third class has the rest. The bands of cross-entropy are \
         vertical and narrow quickly toward the left. The bands of squared error are curved.",
    )
    .panel(panel("Cross-entropy", "nats", |p, _| -p.ln()))
    .panel(panel("Squared error", "summed over the classes", |p, q| {
        (1.0 - p).powi(2) + q * q + (1.0 - p - q).powi(2)
    }))
    .save()?;
    Ok(())
}
