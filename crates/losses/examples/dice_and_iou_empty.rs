//! An empty truth needs a smoothing constant, and means of Dice and of IoU over images can disagree.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let empty = Array2::zeros((1, 1000));
    let mask = |size| Array2::from_shape_fn((1, 1000), |(_, i)| f64::from(i < size));
    println!("truth empty           mask empty   one false pixel   twenty");
    for smoothing in [0.0, 1e-5, 1.0] {
        let [none, one, twenty] = [0, 1, 20].map(|it| soft_dice(&mask(it), &empty, smoothing));
        let (none, one, twenty) = (none?[0], one?[0], twenty?[0]);
        println!("Dice loss, ε = {smoothing:<7} {none:9.4} {one:17.4} {twenty:8.4}");
    }
    println!("\nsmall object of 4 pixels, empty mask, by Dice loss");
    for smoothing in [0.0, 1.0, 100.0] {
        let loss = soft_dice(&empty, &mask(4), smoothing)?[0];
        println!("ε = {smoothing:3}: {loss:.4}");
    }

    println!("\nDice of two images   mean Dice   mean IoU");
    for dice in [array![1.0, 0.16], array![0.6, 0.6]] {
        let iou = &dice / (2.0 - &dice);
        println!(
            "{:.2} and {:.2} {:16.4} {:10.4}",
            dice[0],
            dice[1],
            mean(&dice)?,
            mean(&iou)?
        );
    }
    // ANCHOR_END: program
    assert_relative_eq!(soft_dice(&mask(1), &empty, 1.0)?[0], 0.5);
    assert_relative_eq!(
        soft_dice(&empty, &mask(4), 100.0)?[0],
        4.0 / 104.0,
        max_relative = 1e-12
    );
    Ok(())
}
