//! Plain and squared triplet loss disagree about the same triplet, and so a margin belongs to one form and one scale.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let [a, p, n] = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]].map(|it| array![it]);
    let (plain, squared) = (triplet(&a, &p, &n, 1.0)?, triplet_squared(&a, &p, &n, 1.0)?);
    println!(
        "[1, 2], [3, 4], [5, 6]: {}, squared {}",
        plain[0], squared[0]
    );
    assert_eq!((plain[0], squared[0]), (0.0, 0.0)); // √8 − √32 + 1 and 8 − 32 + 1

    println!("d_ap  d_an  margin  plain  squared");
    for (near, far) in [(0.1, 0.5), (0.4, 0.6), (5.0, 5.2)] {
        let [a, p, n] = [0.0, near, -far].map(|x| array![[x]]);
        let plain = triplet(&a, &p, &n, 0.3)?[0];
        let squared = triplet_squared(&a, &p, &n, 0.3)?[0];
        println!("{near:<5} {far:<5} 0.3     {plain:.2}   {squared:.2}");
        // A difference of squares is the difference times the sum.
        let by_hand = f64::max(0.0, (near - far) * (near + far) + 0.3);
        assert_relative_eq!(squared, by_hand, epsilon = 1e-12);
    }
    for degrees in [60.0_f64, 90.0, 180.0] {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (square, from_cosine) = ((1.0 - cos).powi(2) + sin.powi(2), 2.0 - 2.0 * cos);
        println!("unit vectors, {degrees:3} degrees: d² {square:.2}, 2 − 2 cos {from_cosine:.2}");
        assert_relative_eq!(square, from_cosine, epsilon = 1e-12);
    }
    let (same, opposite) = (array![[1.0, 0.0]], array![[-1.0, 0.0]]);
    let best = triplet(&same, &same, &opposite, 5.0)?[0];
    println!("margin 5 on unit vectors: at best {best}");
    // ANCHOR_END: program
    assert_eq!(best, 5.0 - 2.0);
    Ok(())
}
