//! Adam rescues squared error where the confident mistake has a weight of its own, and not where it shares its weights with noise.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Steps until one confidently wrong example, at logit −8, reaches one half.
/// In each step it meets one example with a random label.
fn steps(is_adam: bool, is_shared: bool, is_squared: bool) -> usize {
    // Own weights: features (1, 0) and (0, 1). Shared: the same, turned by 45°.
    let half = 0.5_f64.sqrt();
    let x = if is_shared {
        array![[half, half], [half, -half]]
    } else {
        Array2::eye(2)
    };
    let mut w = x.t().dot(&array![-8.0, 0.0]);
    let (mut m, mut v) = (Array1::zeros(2), Array1::zeros(2));
    let mut random = 1_u64;
    for step in 1..20_000 {
        random = random.wrapping_mul(6_364_136_223_846_793_005);
        let y = array![1.0, f64::from(random < 1 << 63)];
        let p = sigmoid(&x.dot(&w));
        if p[0] >= 0.5 {
            return step;
        }
        let factor = (2.0 * &p * (1.0 - &p)).mapv(|it| it.powi(i32::from(is_squared)));
        let gradient = x.t().dot(&((p - y) * factor));
        m = 0.9 * m + 0.1 * &gradient;
        v = 0.999 * v + 0.001 * &gradient * &gradient;
        let [a, b] = [0.9_f64, 0.999].map(|it| 1.0 - it.powi(step as i32));
        let adam = &m / a / ((&v / b).mapv(f64::sqrt) + 1e-8);
        w.scaled_add(-0.1, if is_adam { &adam } else { &gradient });
    }
    20_000
}
// ANCHOR_END: program

fn main() {
    println!("step size 0.1; 20,000 is the end of the run");
    println!("optimizer   weights   cross-entropy   squared error");
    let mut table = vec![];
    for (name, is_adam) in [("descent", false), ("Adam", true)] {
        for (weights, is_shared) in [("own", false), ("shared", true)] {
            let [log, square] = [false, true].map(|it| steps(is_adam, is_shared, it));
            println!("{name:<11} {weights:<8} {log:14} {square:15}");
            table.push((log, square));
        }
    }
    // Descent does not see the turn: its path turns with the features.
    assert_eq!(table[0], table[1]);
    // The flow of cross-entropy takes z + e^z, at a step size of 0.1.
    let time = 10.0 * (8.0 + 1.0 - (-8.0_f64).exp());
    assert_relative_eq!(table[0].0 as f64, time, max_relative = 0.05);
    assert!(table[3].1 > 20 * table[2].1);
}
