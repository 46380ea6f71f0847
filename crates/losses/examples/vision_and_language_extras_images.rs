//! A Gram matrix forgets where things are, and total variation charges a ramp as much as an edge.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Two feature maps of an image with four places, and the same places mixed.
    let features = array![[1.0, 0.0, 2.0, 0.0], [0.0, 1.0, 0.0, 2.0]];
    let mixed = features.select(Axis(1), &[2, 3, 0, 1]);
    let gram = |it: &Array2<f64>| it.dot(&it.t()) / 4.0;
    let content = mean(&squared_error(&features, &mixed)?)?;
    let style = mean(&squared_error(&gram(&features), &gram(&mixed))?)?;
    println!("content loss {content:.4}, style loss {style:.4}");
    let image = |row: [f64; 5]| Array2::from_shape_fn((3, 5), |(_, x)| row[x]);
    for (name, row) in [
        ("flat", [0.0, 0.0, 0.0, 0.0, 0.0]),
        ("edge", [0.0, 0.0, 4.0, 4.0, 4.0]),
        ("ramp", [0.0, 1.0, 2.0, 3.0, 4.0]),
        ("noise", [0.0, 1.0, 0.0, 1.0, 0.0]),
    ] {
        let step = |it: &[f64]| 3.0 * (it[1] - it[0]) * (it[1] - it[0]);
        let squares: f64 = row.windows(2).map(step).sum();
        let variation = total_variation(&image(row));
        println!("{name:5}  total variation {variation:5.1}  squared steps {squares:5.1}");
    }
    // ANCHOR_END: program
    assert_relative_eq!(content, 0.5);
    assert_eq!(style, 0.0);
    assert_eq!(total_variation(&image([0.0, 0.0, 4.0, 4.0, 4.0])), 12.0);
    Ok(())
}
