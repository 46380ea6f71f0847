//! Plain and squared triplet loss disagree about the same triplet, and so a margin belongs to one form and one scale.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let (a, p, n) = (array![[1.0, 2.0]], array![[3.0, 4.0]], array![[5.0, 6.0]]);
    let (plain, squared) = (triplet(&a, &p, &n, 1.0)?, triplet_squared(&a, &p, &n, 1.0)?);
    println!(
        "[1, 2], [3, 4], [5, 6]: {} and squared {}",
        plain[0], squared[0]
    );
    assert_eq!((plain[0], squared[0]), (0.0, 0.0)); // 8^½ − 32^½ + 1 and 8 − 32 + 1

    println!("\nd_ap  d_an  margin  plain  squared");
    for (d_ap, d_an) in [(0.1, 0.5), (0.4, 0.6), (5.0, 5.2)] {
        let [a, p, n] = [0.0, d_ap, -d_an].map(|x| array![[x]]);
        let (plain, squared) = (
            triplet(&a, &p, &n, 0.3)?[0],
            triplet_squared(&a, &p, &n, 0.3)?[0],
        );
        println!("{d_ap:<5} {d_an:<5} 0.3     {plain:.2}   {squared:.2}");
        // A difference of squares is the difference times the sum.
        let by_hand = f64::max(0.0, (d_ap - d_an) * (d_ap + d_an) + 0.3);
        assert_relative_eq!(squared, by_hand, epsilon = 1e-12);
    }

    println!("\nunit vectors at  d²      2 − 2 cos");
    for degrees in [60.0_f64, 90.0, 180.0] {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let d_squared = (1.0 - cos).powi(2) + sin.powi(2);
        println!(
            "{degrees:>3} degrees      {d_squared:.4}  {:.4}",
            2.0 - 2.0 * cos
        );
        assert_relative_eq!(d_squared, 2.0 - 2.0 * cos, epsilon = 1e-12);
    }
    let (same, opposite) = (array![[1.0, 0.0]], array![[-1.0, 0.0]]);
    let least = triplet(&same, &same, &opposite, 5.0)?[0];
    println!("margin 5 on unit vectors: at best {least}");
    assert_eq!(least, 5.0 - 2.0);
    // ANCHOR_END: program
    Ok(())
}
