//! The minimax generator has no gradient where it fails, the non-saturating one has its largest there; and a falling loss may mean a lost opponent.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!("D(fake)   minimax   slope   non-saturating   slope");
    for probability in [0.001, 0.1, 0.5, 0.9] {
        let logit = array![f64::ln(probability / (1.0 - probability))];
        let [minimax, other] = [
            minimax_generator(&logit)[0],
            non_saturating_generator(&logit)[0],
        ];
        let slopes = [
            minimax_generator_gradient(&logit),
            non_saturating_generator_gradient(&logit),
        ];
        let [a, b] = slopes.map(|it| it[0]);
        println!("{probability:7} {minimax:9.4} {a:7.3} {other:16.4} {b:7.3}");
    }
    // Three states of a game with the same loss of the discriminator, ln 4.
    println!("\nlogit of a fake   of a real   discriminator   generator");
    for fake in [-1.0, 0.0, 0.8] {
        let on_fake = softplus(&array![fake])[0];
        let real = 0.0 - ((4.0_f64.ln() - on_fake).exp() - 1.0).ln();
        let total = on_fake + softplus(&array![-real])[0];
        let generator = non_saturating_generator(&array![fake])[0];
        println!("{fake:15} {real:11.4} {total:15.4} {generator:11.4}");
    }
    // ANCHOR_END: program
    let logit = array![0.1_f64.ln() - 0.9_f64.ln()];
    assert_relative_eq!(
        minimax_generator_gradient(&logit)[0],
        -0.1,
        max_relative = 1e-12
    );
    let loss = non_saturating_generator(&logit)[0];
    assert_relative_eq!(loss, -(0.1_f64.ln()), max_relative = 1e-12);
    let (x, y) = (-6.0..=6.0, -6.0..=6.0);
    let panel = Panel::new(Axis::linear("logit of a fake", x), Axis::linear("loss", y))
        .function("minimax", |it| minimax_generator(&array![it])[0])
        .function("non-saturating", |it| {
            non_saturating_generator(&array![it])[0]
        });
    let text = "On the left, where fakes are recognized, minimax is flat and the other is steep.";
    let figure = Figure::new(
        "generative_models_generator",
        "Losses of the generator",
        text,
    );
    Ok(figure.panel(panel).save()?)
}
