//! On one mask Dice is a function of IoU, and neither counts the background.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // An object of 20 pixels among 1,000.
    let labels = Array2::from_shape_fn((1, 1000), |(_, i)| f64::from(i < 20));
    println!("object of 20 pixels among 1,000");
    println!("mask                    accuracy    Dice     IoU   2 IoU / (1 + IoU)");
    for (name, size) in [
        ("nothing", 0),
        ("half of the object", 10),
        ("the object", 20),
        ("and as much again", 40),
        ("everything", 1000),
    ] {
        let mask = Array2::from_shape_fn((1, 1000), |(_, i)| f64::from(i < size));
        let [dice, iou] = [soft_dice, soft_iou].map(|loss| loss(&mask, &labels, 0.0));
        let [dice, iou] = [1.0 - dice?[0], 1.0 - iou?[0]];
        let accuracy = 1.0 - mean(&absolute_error(&mask, &labels)?)?;
        let from_iou = 2.0 * iou / (1.0 + iou);
        println!("{name:22} {accuracy:9.3} {dice:7.4} {iou:7.4} {from_iou:19.4}");
        assert_abs_diff_eq!(dice, from_iou, epsilon = 1e-12);
    }
    // ANCHOR_END: program

    let axis = |name: &str| Axis::linear(name, 0.0..=1.0);
    let panel = Panel::new(axis("IoU of the mask"), axis("loss"))
        .function("1 − IoU", |iou| 1.0 - iou)
        .function("1 − Dice", |iou| 1.0 - 2.0 * iou / (1.0 + iou));
    let text = "Both fall from 1 to 0; Dice lies below, steep at first and flat near 1.";
    let title = "Dice and IoU loss of one mask";
    let figure = Figure::new("dice_and_iou_masks", title, text);
    Ok(figure.panel(panel).save()?)
}
