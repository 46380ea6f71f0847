//! A group mean that contains the answer's own reward scales the gradient by (G − 1)/G; leaving it out is unbiased.

extern crate losses;

use losses::prelude::*;

fn main() {
    // A prompt is solved with probability p = σ(z); the reward is 1 if solved.
    println!("solved   exact slope   group mean   left out   divided by the deviation");
    let group = 12;
    // ANCHOR: program
    for p in [0.5, 0.1, 0.02] {
        let mut slopes = [0.0; 3];
        for draw in 0..1_u32 << group {
            let rewards: Vec<f64> = (0..group).map(|it| f64::from(draw >> it & 1)).collect();
            let chance: f64 = rewards
                .iter()
                .map(|r| p * r + (1.0 - p) * (1.0 - r))
                .product();
            let (n, total) = (f64::from(group), rewards.iter().sum::<f64>());
            let mean = total / n;
            let deviation = (mean * (1.0 - mean)).sqrt();
            for r in rewards {
                // ∂ ln π/∂z is r − p.
                let score = chance * (r - p) / n;
                slopes[0] += score * (r - mean);
                slopes[1] += score * (r - (total - r) / (n - 1.0));
                slopes[2] += if deviation > 0.0 {
                    score * (r - mean) / deviation
                } else {
                    0.0
                };
            }
        }
        let exact = p * (1.0 - p);
        let [inside, outside, scaled] = slopes;
        println!("{p:6.2} {exact:13.4} {inside:12.4} {outside:10.4} {scaled:26.4}");
        assert_relative_eq!(inside, 11.0 / 12.0 * exact, max_relative = 1e-9);
        assert_relative_eq!(outside, exact, max_relative = 1e-9);
    }
    // ANCHOR_END: program
}
