//! The IoU of boxes that do not overlap is 0 with gradient 0; GIoU and DIoU still pull.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: losses
/// Losses of a box (left, top, right, bottom) against a target: 1 − IoU, GIoU, DIoU, CIoU.
fn losses([l, t, r, b]: [f64; 4], [l2, t2, r2, b2]: [f64; 4]) -> [f64; 4] {
    let overlap = (r.min(r2) - l.max(l2)).max(0.0) * (b.min(b2) - t.max(t2)).max(0.0);
    let union = (r - l) * (b - t) + (r2 - l2) * (b2 - t2) - overlap;
    let iou = overlap / union;
    // The smallest box around both, and the distance of the centers in its diagonals.
    let (width, height) = (r.max(r2) - l.min(l2), b.max(b2) - t.min(t2));
    let centers = (l + r - l2 - r2).hypot(t + b - t2 - b2) / 2.0;
    let distance = (centers / width.hypot(height)).powi(2);
    let angles = ((r2 - l2) / (b2 - t2)).atan() - ((r - l) / (b - t)).atan();
    let shape = (2.0 / std::f64::consts::PI * angles).powi(2);
    // NaN for a perfect match, 0/0: then `max` takes the 0.
    let aspect = (shape * shape / (1.0 - iou + shape)).max(0.0);
    let (giou, diou) = (2.0 - iou - union / (width * height), 1.0 - iou + distance);
    [1.0 - iou, giou, diou, diou + aspect]
}
// ANCHOR_END: losses

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let target = [0.0, 0.0, 2.0, 2.0];
    let moved = |d: f64| losses([d, 0.0, d + 2.0, 2.0], target);
    println!("a box of 2 by 2, moved right    gradient in the move");
    println!("move   1−IoU    GIoU    DIoU      IoU    GIoU    DIoU");
    for d in [0.5, 1.0, 1.9, 3.0, 6.0] {
        let [iou, giou, diou, _] = moved(d);
        let [a, b, c] = [0, 1, 2].map(|i| (moved(d + 1e-6)[i] - moved(d - 1e-6)[i]) / 2e-6);
        let a = a.abs();
        println!("{d:4} {iou:7.3} {giou:7.3} {diou:7.3}  {a:7.3} {b:7.3} {c:7.3}");
    }
    println!("same center, 4 by 1 for 2 by 2: IoU, GIoU, DIoU, CIoU losses");
    println!("{:.3?}", losses([-1.0, 0.5, 3.0, 1.5], target));
    // ANCHOR_END: program
    // By hand: half overlaps, IoU 2/6; the hull is the union, its diagonal √13, centers 1 apart.
    let third = 2.0 / 3.0;
    assert_relative_eq!(moved(1.0)[..3], [third, third, third + 1.0 / 13.0]);
    // Apart: the hull of 8 by 2 has 8 of 16 empty.
    assert_relative_eq!(moved(6.0)[..2], [1.0, 1.5]);
    let axis = Axis::linear("move to the right", 0.0..=6.0);
    let panel = Panel::new(axis, Axis::linear("loss", 0.0..=2.0))
        .function("1 − IoU", |d| moved(d)[0])
        .function("GIoU", |d| moved(d)[1])
        .function("DIoU", |d| moved(d)[2])
        .vertical_line("no overlap from here", 2.0);
    let text = "All rise until the boxes part; then 1 − IoU is flat, the others go on.";
    let figure = Figure::new("dice_and_iou_boxes", "A box that is moved away", text);
    Ok(figure.panel(panel).save()?)
}
