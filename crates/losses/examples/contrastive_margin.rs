//! Of three hinges on a dissimilar pair, only the squared hinge of the distance pushes hardest at distance 0 and dies away at the margin.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // How hard they push at a distance, for a margin of 1.
    let inside = |d: f64, push: f64| if d < 1.0 { push } else { 0.0 };
    let pushes: [(&str, &dyn Fn(f64) -> f64); 3] = [
        ("½ max(0, m − d)²", &|d| inside(d, 1.0 - d)),
        ("max(0, m − d)", &|d| inside(d, 1.0)),
        ("½ max(0, m² − d²)", &|d| inside(d, d)),
    ];
    println!("push at a distance of  0.001  0.500  0.999  1.001  steps to 0.5");
    for (name, push) in pushes {
        let [near, half, before, beyond] = [0.001, 0.5, 0.999, 1.001].map(push);
        // Two embeddings a millionth apart; each steps at a rate of 0.05.
        let (mut distance, mut steps) = (1e-6, 0);
        while distance < 0.5 {
            distance += 2.0 * 0.05 * push(distance);
            steps += 1;
        }
        println!("{name:<21} {near:6.3} {half:6.3} {before:6.3} {beyond:6.3} {steps:13}");
    }
    for d in [0.001, 0.5, 0.999, 1.001] {
        let pairs = array![Pair::Dissimilar];
        let gradient = contrastive_gradient(&array![[d]], &array![[0.0]], &pairs, 1.0)?;
        assert_abs_diff_eq!(pushes[0].1(d), -gradient[[0, 0]]);
        for ((_, push), loss) in pushes.iter().zip(LOSSES) {
            assert_abs_diff_eq!(
                push(d),
                (loss(d - 1e-6) - loss(d + 1e-6)) / 2e-6,
                epsilon = 1e-9
            );
        }
    }
    // ANCHOR_END: program

    let axis = Axis::linear("distance in margins", 0.0..=1.5);
    let panel = Panel::new(axis, Axis::linear("push", 0.0..=1.2));
    let panel = pushes
        .iter()
        .fold(panel, |panel, (name, push)| panel.function(*name, push));
    let title = "How hard three losses push a dissimilar pair apart";
    let shown = "Three curves. The first falls straight from 1 at distance 0 to 0 at 1, the second is 1 \
                 and drops to 0 at 1, the third rises straight from 0 to 1 and drops to 0 at 1.";
    Ok(Figure::new("contrastive_margin", title, shown)
        .panel(panel)
        .save()?)
}

const LOSSES: [fn(f64) -> f64; 3] = [
    |d| f64::max(1.0 - d, 0.0).powi(2) / 2.0,
    |d| f64::max(1.0 - d, 0.0),
    |d| f64::max(1.0 - d * d, 0.0) / 2.0,
];
