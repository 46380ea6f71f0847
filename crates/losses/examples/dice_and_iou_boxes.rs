//! The IoU of boxes that do not overlap is 0 with gradient 0; GIoU, DIoU and CIoU still pull.

extern crate figures;

use figures::{Axis, Figure, Panel};

// ANCHOR: program
type Rect = [f64; 4]; // left, top, right, bottom

/// Losses of a predicted box: 1 − IoU, GIoU, DIoU, CIoU.
fn losses([l, t, r, b]: Rect, [l2, t2, r2, b2]: Rect) -> [f64; 4] {
    let overlap = (r.min(r2) - l.max(l2)).max(0.0) * (b.min(b2) - t.max(t2)).max(0.0);
    let union = (r - l) * (b - t) + (r2 - l2) * (b2 - t2) - overlap;
    let (width, height) = (r.max(r2) - l.min(l2), b.max(b2) - t.min(t2));
    let iou = overlap / union;
    let hull = width * height;
    let centers = ((l + r - l2 - r2) / 2.0).powi(2) + ((t + b - t2 - b2) / 2.0).powi(2);
    let distance = centers / (width.powi(2) + height.powi(2));
    let angles = ((r2 - l2) / (b2 - t2)).atan() - ((r - l) / (b - t)).atan();
    let v = (2.0 / std::f64::consts::PI * angles).powi(2);
    let aspect = if v > 0.0 {
        v * v / (1.0 - iou + v)
    } else {
        0.0
    };
    let giou = 1.0 - iou + (hull - union) / hull;
    [
        1.0 - iou,
        giou,
        1.0 - iou + distance,
        1.0 - iou + distance + aspect,
    ]
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let target = [0.0, 0.0, 2.0, 2.0];
    let moved = |d: f64| [d, 0.0, d + 2.0, 2.0];
    println!("a box of 2 by 2, moved to the right    gradient in the move");
    println!("move     IoU    GIoU    DIoU    CIoU     IoU    GIoU    DIoU");
    for d in [0.5, 1.0, 1.9, 3.0, 6.0] {
        let [iou, giou, diou, ciou] = losses(moved(d), target);
        let (right, left) = (
            losses(moved(d + 1e-6), target),
            losses(moved(d - 1e-6), target),
        );
        let slope = |i: usize| (right[i] - left[i]) / 2e-6;
        println!(
            "{d:4} {iou:7.3} {giou:7.3} {diou:7.3} {ciou:7.3} {:7.3} {:7.3} {:7.3}",
            slope(0),
            slope(1),
            slope(2)
        );
    }
    // ANCHOR_END: program
    // By hand: half of the box overlaps, IoU 2/6; the hull is the union, centers 1 apart.
    let [iou, giou, diou, ciou] = losses(moved(1.0), target);
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} is not {b}");
    near(iou, 2.0 / 3.0);
    near(giou, 2.0 / 3.0);
    near(diou, 2.0 / 3.0 + 1.0 / 13.0);
    near(ciou, diou);
    let [iou, giou, ..] = losses(moved(6.0), target);
    near(iou, 1.0);
    near(giou, 1.0 + 8.0 / 16.0);
    let curve = |i: usize| move |d: f64| losses(moved(d), target)[i];
    let panel = Panel::new(
        Axis::linear("move to the right", 0.0..=6.0),
        Axis::linear("loss", 0.0..=2.0),
    )
    .function("1 − IoU", curve(0))
    .function("GIoU", curve(1))
    .function("DIoU", curve(2))
    .vertical_line("no overlap from here", 2.0);
    let text = "All three rise until the boxes part; then 1 − IoU is flat, the others go on.";
    let figure = Figure::new(
        "dice_and_iou_boxes",
        "Losses of a box that is moved away",
        text,
    );
    Ok(figure.panel(panel).save()?)
}
