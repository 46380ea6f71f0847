//! Soft-target gradients shrink like 1/T², and the factor T² undoes it.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Logits of a teacher and of a student for one image of class 0; both rows
    // have mean zero, as the approximation for high temperatures assumes.
    let teacher = array![[4.0, 2.0, -1.0, -5.0]];
    let student = array![[1.0, 2.0, -1.0, -2.0]];
    let soft_loss = |z: &Array2<f64>, t: f64| -> Result<f64, LossError> {
        Ok(kl_divergence(&softmax(&teacher, t)?, &softmax(z, t)?)?[0])
    };
    let norm = |gradient: &Array2<f64>| gradient.mapv(|it| it * it).sum().sqrt();
    let hard = norm(&softmax_cross_entropy_gradient(&student, &array![0])?);
    println!("norm of the gradient of the hard label  {hard:.6}\n");
    println!("     T   norm of soft gradient   times T²   (z − v) / K   ratio");
    let mut curve = Vec::new();
    for t in [1.0, 2.0, 5.0, 10.0, 20.0, 100.0] {
        let gradient = (softmax(&student, t)? - softmax(&teacher, t)?) / t;
        for (class, &slope) in gradient.iter().enumerate() {
            let (mut left, mut right) = (student.clone(), student.clone());
            left[[0, class]] -= 1e-4;
            right[[0, class]] += 1e-4;
            let by_difference = (soft_loss(&right, t)? - soft_loss(&left, t)?) / 2e-4;
            assert_abs_diff_eq!(slope, by_difference, epsilon = 1e-8);
        }
        let (soft, limit) = (norm(&gradient), norm(&((&student - &teacher) / 4.0)));
        let scaled = t * t * soft;
        println!(
            "{t:>6} {soft:23.6} {scaled:10.6} {limit:13.6} {:7.4}",
            scaled / limit
        );
        curve.push((t, soft, scaled));
    }
    assert!((curve[5].2 / norm(&((&student - &teacher) / 4.0)) - 1.0).abs() < 0.01);
    // ANCHOR_END: program

    let x = Axis::logarithmic("temperature T", 1.0..=100.0);
    let y = Axis::logarithmic("norm of the gradient in the student logits", 1e-4..=10.0);
    let panel = Panel::new(x, y)
        .line("KL", curve.iter().map(|it| (it.0, it.1)))
        .line("T² KL", curve.iter().map(|it| (it.0, it.2)))
        .horizontal_line("hard label", hard);
    let title = "Norm of the distillation gradient over the temperature, with and without T²";
    let seen = "Both axes are logarithmic. Without the factor the norm falls by two powers of ten \
        for each power of the temperature. With it the norm stays near that of the hard- \
        label gradient.";
    Figure::new("kl_divergence_distillation", title, seen)
        .panel(panel)
        .save()?;
    Ok(())
}
