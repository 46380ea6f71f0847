//! Two weights, eight examples: squared error through a sigmoid has four valleys, cross-entropy one.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Mean loss and its gradient; the second four examples do for v what the first do for w.
fn at([w, v]: [f64; 2], is_squared: bool) -> Result<(f64, [f64; 2]), LossError> {
    let (x, y) = (array![10.0, 1.0, 1.0, 0.1], array![1.0, 0.0, 0.0, 1.0]);
    let [(loss_w, slope_w), (loss_v, slope_v)] = [w, v].map(|weight| {
        let (z, p) = (weight * &x, sigmoid(&(weight * &x)));
        let slopes = (&p - &y) * &x;
        match is_squared {
            true => (squared_error(&p, &y), slopes * 2.0 * &p * (1.0 - &p)),
            false => (binary_cross_entropy_with_logits(&z, &y), slopes),
        }
    });
    let slopes = [slope_w.sum() / 8.0, slope_v.sum() / 8.0];
    Ok(((sum(&loss_w?) + sum(&loss_v?)) / 8.0, slopes))
}

/// Where 3000 steps of gradient descent end.
fn descend(start: [f64; 2], is_squared: bool) -> Result<[f64; 2], LossError> {
    (0..3000).try_fold(start, |[w, v], _| {
        let slope = at([w, v], is_squared)?.1;
        Ok([w - 0.5 * slope[0], v - 0.5 * slope[1]])
    })
}
// ANCHOR_END: program

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("loss            from          to                 mean loss");
    for (name, is_squared) in [("cross-entropy", false), ("squared error", true)] {
        for start in [[-4.0, -4.0], [-4.0, 1.0], [1.0, -4.0], [1.0, 1.0]] {
            let [w, v] = descend(start, is_squared)?;
            let loss = at([w, v], is_squared)?.0;
            println!("{name:<13} {start:4.1?}  [{w:7.4}, {v:7.4}] {loss:11.4}");
            let near = [w + 0.01, w - 0.01].map(|w| at([w, v], is_squared).map(|it| it.0));
            assert!(near.into_iter().flatten().all(|it| loss < it));
        }
    }
    // Each weight goes its own way: the diagonal tells the ends of all pairs.
    let place = |it: usize| 0.5 * it as f64 - 5.0;
    let is_far = |it| descend([place(it); 2], true).is_ok_and(|end| end[0] < -1.0);
    let far = Vec::from_iter((0..14).map(|it| usize::from(is_far(it))));
    let [x, y] = ["weight w", "weight v"].map(|it| Axis::linear(it, -5.5..=2.0));
    let mut panel = Panel::new(x, y).equal_scales();
    for (n, name) in [(0, "to 0.2143"), (1, "to 0.2730"), (2, "to 0.3318")] {
        let kept = (0..196).filter(|it| far[it / 14] + far[it % 14] == n);
        panel = panel.points(name, kept.map(|it| (place(it / 14), place(it % 14))));
    }
    let name = "mse_for_binary_classification_surface";
    let text = "A grid of starting points; those at the upper right end at the lowest loss.";
    Ok(Figure::new(name, "Where descent ends", text)
        .panel(panel)
        .save()?)
}
