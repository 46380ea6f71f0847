//! Two labels on at once: sigmoids reach both, a softmax must split; and soft Dice is not fooled by an empty mask.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let labels = array![[1.0, 1.0, 0.0]];
    let (mut independent, mut competing) = (array![[0.0, 0.0, 0.0]], array![[0.0, 0.0, 0.0]]);
    for _ in 0..2000 {
        independent -= &binary_cross_entropy_with_logits_gradient(&independent, &labels)?;
        // A softmax needs targets that sum to one.
        let shares = &labels / labels.sum();
        competing -= &softmax_cross_entropy_with_probabilities_gradient(&competing, &shares)?;
    }
    println!("labels on          cat     dog     bird");
    println!("three sigmoids  {:.4}", sigmoid(&independent).row(0));
    println!("one softmax     {:.4}", softmax(&competing, 1.0)?.row(0));

    // 100 pixels, 2 of them belong to the object.
    let object = Array1::from_shape_fn(100, |i| f64::from(u8::from(i < 2)));
    println!("\nmask               pixel accuracy   Dice    IoU");
    for (name, marked) in [
        ("nothing", 0),
        ("half the object", 1),
        ("the object", 2),
        ("twice the object", 4),
    ] {
        let mask = Array1::from_shape_fn(100, |i| f64::from(u8::from(i < marked)));
        let both = mask.dot(&object);
        let dice = 2.0 * both / (mask.sum() + object.sum());
        let iou = both / (mask.sum() + object.sum() - both);
        let right = 1.0 - mean(&absolute_error(&mask, &object)?)?;
        println!("{name:<18} {right:14.2} {dice:6.3} {iou:6.3}");
        assert_relative_eq!(dice, 2.0 * iou / (1.0 + iou));
    }
    // ANCHOR_END: program
    assert!(sigmoid(&independent)[[0, 1]] > 0.999);
    assert_abs_diff_eq!(softmax(&competing, 1.0)?[[0, 1]], 0.5, epsilon = 1e-3);
    Ok(())
}
