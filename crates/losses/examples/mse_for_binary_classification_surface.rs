//! Two weights, eight examples: squared error through a sigmoid has four valleys, cross-entropy one.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};

// ANCHOR: program
/// Loss and slope of the four examples that one weight decides, as shares of the mean
/// over all eight; the second four do for v what the first do for w.
fn at(weight: f64, is_squared: bool) -> (f64, f64) {
    let examples = [(10.0, 1.0), (1.0, 0.0), (1.0, 0.0), (0.1, 1.0)];
    examples.iter().fold((0.0, 0.0), |(loss, slope), (x, y)| {
        let z: f64 = weight * x;
        let p = 1.0 / (1.0 + (-z).exp());
        let (more, steeper) = match is_squared {
            true => ((p - y).powi(2), 2.0 * (p - y) * p * (1.0 - p) * x),
            false => (z.exp().ln_1p() - y * z, (p - y) * x),
        };
        (loss + more / 8.0, slope + steeper / 8.0)
    })
}

/// Where 3000 steps of gradient descent end.
fn descend(start: f64, is_squared: bool) -> f64 {
    (0..3000).fold(start, |weight, _| weight - 0.5 * at(weight, is_squared).1)
}
// ANCHOR_END: program

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("loss            from          to                 mean loss");
    for (name, is_squared) in [("cross-entropy", false), ("squared error", true)] {
        for start in [[-4.0, -4.0], [-4.0, 1.0], [1.0, -4.0], [1.0, 1.0]] {
            let [w, v] = start.map(|it| descend(it, is_squared));
            let loss = at(w, is_squared).0 + at(v, is_squared).0;
            println!("{name:<13} {start:4.1?}  [{w:7.4}, {v:7.4}] {loss:11.4}");
            for end in [w, v] {
                let [below, here, above] = [-0.01, 0.0, 0.01].map(|it| at(end + it, is_squared).0);
                assert!(here < below.min(above));
            }
        }
    }
    // Each weight goes its own way: the diagonal tells the ends of all pairs.
    let place = |it: usize| 0.5 * it as f64 - 5.0;
    let is_far = |it| descend(place(it), true) < -1.0;
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
