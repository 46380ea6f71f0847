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
        let right = Zip::from(&new_z)
            .and(&new_y)
            .fold(0, |n, &z, &y| n + i32::from((z > 0.0) == (y > 0.5)));
        let accuracy = f64::from(right) / 5.0;
        if [1, 10, 100, 1000].contains(&step) {
            println!("{step:<4} {training:10.4} {validation:12.4} {worst:11.4} {accuracy:10.1}");
        }
        curves.push((f64::from(step), [training, validation, accuracy]));
        let slope = binary_cross_entropy_with_logits_gradient(&z, &y)?;
        w -= &(x.t().dot(&slope) / 3.0);
    }
    // ANCHOR_END: program
    Ok(())
}
