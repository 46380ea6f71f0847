//! Dice is a function of IoU on one mask, and their means over masks can disagree.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // An object of 20 pixels among 1,000, and masks that are right or wrong.
    let labels = Array2::from_shape_fn((1, 1000), |(_, i)| f64::from(i < 20));
    let mask = |range: std::ops::Range<usize>| {
        Array2::from_shape_fn((1, 1000), |(_, i)| f64::from(range.contains(&i)))
    };
    println!("predicted mask              accuracy     Dice      IoU   2 IoU / (1 + IoU)");
    let masks = [
        ("nothing", 0..0),
        ("half of the object", 0..10),
        ("the object", 0..20),
        ("the object and as much again", 0..40),
        ("everything", 0..1000),
    ];
    for (name, range) in masks {
        let mask = mask(range);
        let [dice, iou] = [
            soft_dice(&mask, &labels, 0.0)?[0],
            soft_iou(&mask, &labels, 0.0)?[0],
        ]
        .map(|it| 1.0 - it);
        let accuracy = mean(
            &mask
                .iter()
                .zip(&labels)
                .map(|(a, b)| f64::from(a == b))
                .collect::<Array1<_>>(),
        )?;
        let from_iou = 2.0 * iou / (1.0 + iou);
        println!("{name:28} {accuracy:7.3} {dice:8.4} {iou:8.4} {from_iou:11.4}");
        assert_abs_diff_eq!(dice, from_iou, epsilon = 1e-12);
    }
    let empty = Array2::zeros((1, 1000));
    println!(
        "truth and mask empty: loss {} without ε",
        soft_dice(&empty, &empty, 0.0)?[0]
    );
    for smoothing in [1e-5, 1.0] {
        let [none, one] = [mask(0..0), mask(0..1)].map(|it| soft_dice(&it, &empty, smoothing));
        println!(
            "ε = {smoothing}: loss {:.4}, with one false pixel {:.4}",
            none?[0], one?[0]
        );
    }
    let means = |dice: [f64; 2]| {
        (
            dice.iter().sum::<f64>() / 2.0,
            dice.map(|it| it / (2.0 - it)).iter().sum::<f64>() / 2.0,
        )
    };
    println!(
        "two images with Dice 1.00 and 0.16: mean Dice {:.4}, mean IoU {:.4}",
        means([1.0, 0.16]).0,
        means([1.0, 0.16]).1
    );
    println!(
        "two images with Dice 0.60 and 0.60: mean Dice {:.4}, mean IoU {:.4}",
        means([0.6, 0.6]).0,
        means([0.6, 0.6]).1
    );
    // ANCHOR_END: program
    let axis = |name: &str| Axis::linear(name, 0.0..=1.0);
    let panel = Panel::new(axis("IoU of the mask"), axis("loss"))
        .function("1 − IoU", |iou| 1.0 - iou)
        .function("1 − Dice", |iou| 1.0 - 2.0 * iou / (1.0 + iou));
    let text = "Both fall from 1 to 0; Dice lies below, steep at first and flat near 1.";
    let figure = Figure::new("dice_and_iou_masks", "Dice and IoU loss of one mask", text);
    Ok(figure.panel(panel).save()?)
}
