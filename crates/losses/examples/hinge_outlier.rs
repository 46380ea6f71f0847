//! One mislabeled point, far enough out, turns a hinge classifier around: the tail has no bound.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let hinge = |margin: f64| (1.0 - margin).max(0.0);
    let logistic = |margin: f64| (-margin).exp().ln_1p();
    let ramp = |margin: f64| hinge(margin).min(2.0);
    // Ten points at ±1 … ±5, labeled by their sign, and one at `far`, labeled −1.
    let best = |far: f64, loss: &dyn Fn(f64) -> f64| {
        let objective = |w: f64| {
            let clean: f64 = (1..=5).map(|x| 2.0 * loss(w * f64::from(x))).sum();
            0.5 * w * w + clean + loss(-w * far)
        };
        let grid = (-2000..=2000).map(|k| f64::from(k) / 1000.0);
        grid.min_by(|a, b| objective(*a).total_cmp(&objective(*b)))
            .expect("a grid")
    };
    println!("outlier at   hinge w   logistic w   ramp w");
    for far in [0.0, 10.0, 29.0, 31.0, 100.0] {
        let (linear, smooth, bounded) = (best(far, &hinge), best(far, &logistic), best(far, &ramp));
        println!("{far:10} {linear:9.3} {smooth:12.3} {bounded:8.3}");
        // At w = 0 all slopes are alike: the clean points pull with 2 (1 + … + 5) = 30.
        assert_eq!((linear > 0.0, smooth > 0.0), (far < 30.0, far < 30.0));
        assert!(bounded > 0.0);
    }
    // ANCHOR_END: program

    let curve = |loss: &dyn Fn(f64) -> f64| {
        Vec::from_iter(
            (0..=120)
                .map(|k| 0.5 * f64::from(k))
                .map(|far| (far, best(far, loss))),
        )
    };
    Figure::new(
        "hinge_outlier",
        "The trained weight over the position of one mislabeled point",
        "Over positions 0 to 60. The hinge weight falls in steps, the logistic weight smoothly, and \
         both become negative at 30. \
         The weight under the ramp, which is bounded, stays positive.",
    )
    .panel(
        Panel::new(
            Axis::linear("position x of the mislabeled point", 0.0..=60.0),
            Axis::linear("trained weight w", -0.4..=1.6),
        )
        .line("hinge", curve(&hinge))
        .line("logistic", curve(&logistic))
        .line("ramp: hinge cut off at 2", curve(&ramp))
        .horizontal_line("below: every clean point is wrong", 0.0),
    )
    .save()?;
    Ok(())
}
