//! Rows and columns of the same similarities ask different questions, and a caption that fits everything shows in its column only.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Cosines of three images (rows) and three captions; the third fits all.
    let cosines = array![[0.9, 0.2, 0.6], [0.1, 0.8, 0.7], [0.0, 0.1, 0.75]];
    let (pairs, temperature) = (array![0, 1, 2], 0.1);
    let by_image = info_nce(&cosines, &pairs, temperature)?;
    let by_caption = info_nce(&cosines.t(), &pairs, temperature)?;
    let both = symmetric_info_nce(&cosines, temperature)?;
    let gradient = symmetric_info_nce_gradient(&cosines, temperature)?;
    println!("pair  image's choice  caption's choice    mean");
    for pair in 0..3 {
        let (row, column) = (by_image[pair], by_caption[pair]);
        println!("{:4} {row:15.4} {column:17.4} {:7.4}", pair + 1, both[pair]);
    }
    println!("\ngradient of the sum in the cosines");
    for row in gradient.rows() {
        println!("{:9.4} {:9.4} {:9.4}", row[0], row[1], row[2]);
    }
    println!("sum over a row {:.4}\n", gradient.row(0).sum());
    for temperature in [0.05, 0.07, 0.1] {
        let loss = mean(&symmetric_info_nce(&cosines, temperature)?)?;
        let scale = 1.0 / temperature;
        println!("τ {temperature:4}, 1/τ {scale:5.2}: mean {loss:.4}");
    }
    // ANCHOR_END: program
    let odds = |own: f64, others: [f64; 2]| -> f64 {
        let weight = |it: f64| ((it - own) / temperature).exp();
        (1.0 + weight(others[0]) + weight(others[1])).ln()
    };
    assert_relative_eq!(by_image[0], odds(0.9, [0.2, 0.6]), max_relative = 1e-12);
    assert_relative_eq!(by_caption[2], odds(0.75, [0.6, 0.7]), max_relative = 1e-12);
    let mut moved = cosines.clone();
    moved[[1, 2]] += 1e-6;
    let slope = (sum(&symmetric_info_nce(&moved, temperature)?) - sum(&both)) / 1e-6;
    assert_relative_eq!(slope, gradient[[1, 2]], max_relative = 1e-4);
    // Everything together moves nothing; a single row may.
    assert_abs_diff_eq!(gradient.sum(), 0.0, epsilon = 1e-12);

    let text = "The third caption pays most by columns, and its image hardly anything by rows.";
    let x = Axis::categories("pair", ["first", "second", "third"]);
    let panel = Panel::new(x, Axis::linear("loss in nats", 0.0..=1.0))
        .bars("the image chooses a caption", by_image)
        .bars("the caption chooses an image", by_caption);
    let figure = Figure::new("info_nce_both_ways", "Two cross-entropies", text);
    Ok(figure.panel(panel).save()?)
}
