//! Validation accuracy and validation loss can rise together: one mislabeled example pays for all.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let x = array![[2.0, 0.0], [2.0, 0.0], [-1.0, 1.0]];
    let new = array![[2.0, 0.0], [2.0, 0.0], [2.0, 0.0], [-1.0, 1.0], [2.0, 0.0]];
    let (y, new_y) = (array![1.0, 1.0, 1.0], array![1.0, 1.0, 1.0, 1.0, 0.0]);
    let (mut w, mut curves) = (array![0.0, 0.0], Vec::new());
    println!("step   training   validation   its worst   accuracy");
    for step in 0..=1000 {
        let (z, new_z) = (x.dot(&w), new.dot(&w));
        let losses = binary_cross_entropy_with_logits(&new_z, &new_y)?;
        let training = mean(&binary_cross_entropy_with_logits(&z, &y)?)?;
        let (validation, worst) = (mean(&losses)?, losses[4]);
        let accuracy = mean(&Zip::from(&new_z).and(&new_y).map_collect(is_right))?;
        if [1, 10, 100, 1000].contains(&step) {
            println!("{step:<4} {training:10.4} {validation:12.4} {worst:11.4} {accuracy:10.1}");
        }
        curves.push((f64::from(step), [training, validation, accuracy]));
        let slope = binary_cross_entropy_with_logits_gradient(&z, &y)?;
        w -= &(x.t().dot(&slope) / 3.0);
    }
    // A right answer with logit 2: dropout makes it 0 or 4, evaluation leaves it.
    let [off, half, on] = [0.0, 2.0, 4.0].map(|z| softplus(&array![-z])[0]);
    let dropped = f64::midpoint(off, on);
    println!("\ndropout: training {dropped:.4}, evaluation {half:.4}");
    let epoch = curves[..100].iter().map(|it| it.1[0]).sum::<f64>() / 100.0;
    let after = curves[100].1[0];
    println!("first 100 steps: their mean {epoch:.4}, after them {after:.4}");
    // ANCHOR_END: program
    assert!(half < dropped && after < epoch);
    let curve = |i: usize| curves.iter().skip(1).map(move |it| (it.0, it.1[i]));
    let steps = || Axis::logarithmic("step of gradient descent", 1.0..=1000.0);
    let losses = Panel::new(steps(), Axis::linear("loss in nats", 0.0..=1.4));
    let accuracies = Panel::new(steps(), Axis::linear("validation accuracy", 0.0..=1.0));
    Figure::new(
        "stuck_at_this_number_disagree",
        "Accuracy rises, and so does the loss: one wrong label in five",
        "Above, the training loss falls to zero; the validation loss falls a little and then \
         rises to 1.3. Below, the validation accuracy steps from 0.6 up to 0.8 and stays.",
    )
    .panel(
        losses
            .line("training", curve(0))
            .line("validation", curve(1)),
    )
    .panel(accuracies.line("validation", curve(2)))
    .save()?;
    Ok(())
}

fn is_right(&z: &f64, &label: &f64) -> f64 {
    f64::from(u8::from((z > 0.0) == (label > 0.5)))
}
