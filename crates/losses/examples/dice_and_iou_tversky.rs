//! Tversky loss weighs false and missed pixels apart; halves give Dice, ones give IoU.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // An object of 20 pixels in 1,000, and masks with 8 pixels wrong.
    let mask = |from: usize, to: usize| {
        Array2::from_shape_fn((1, 1000), |(_, i)| {
            f64::from(u8::from((from..to).contains(&i)))
        })
    };
    let object = mask(0, 20);
    let masks = [("8 too many", mask(0, 28)), ("8 missed", mask(0, 12))];
    println!("weights of false, missed   8 too many   8 missed");
    for (false_weight, missed_weight) in [(0.5, 0.5), (1.0, 1.0), (0.3, 0.7)] {
        let loss = |mask: &Array2<f64>| {
            let shared = (mask * &object).sum();
            let (too_many, missed) = (mask.sum() - shared, object.sum() - shared);
            1.0 - shared / (shared + false_weight * too_many + missed_weight * missed)
        };
        let [many, few] = [loss(&masks[0].1), loss(&masks[1].1)];
        println!("{false_weight:16} {missed_weight:9} {many:12.4} {few:10.4}");
        for (_, mask) in &masks {
            if false_weight == 0.5 {
                let dice = soft_dice(mask, &object, 0.0)?[0];
                assert_relative_eq!(loss(mask), dice, max_relative = 1e-12);
            } else if false_weight > 0.5 {
                let iou = soft_iou(mask, &object, 0.0)?[0];
                assert_relative_eq!(loss(mask), iou, max_relative = 1e-12);
            }
        }
    }
    // ANCHOR_END: program
    Ok(())
}
