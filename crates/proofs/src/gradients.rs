//! Every gradient a second and a third way, on random inputs.

use crate::nine::{by_formula, by_library};

/// How many random inputs each loss is tried on.
pub const N_CASES: usize = 1000;

/// Value and gradient of the library agree with dual numbers this closely,
/// relative to the larger of 1 and the result.
pub const DUAL_TOLERANCE: f64 = 1e-12;

/// The gradient agrees with central differences this closely, likewise.
pub const DIFFERENCE_TOLERANCE: f64 = 1e-7;

/// Compares the library with dual numbers and with central differences.
///
/// Where the slope changes within the step of the difference there is a kink;
/// such a case is judged by the dual numbers alone, and counted: how many were
/// compared with differences is what is returned.
///
/// # Errors
///
/// The first disagreement.
pub fn check(loss: &str) -> Result<usize, String> {
    let mut random = Random(1964);
    let mut n_differences = 0;
    for _ in 0..N_CASES {
        let groups = sample(loss, &mut random);
        let library = by_library(loss, &groups).map_err(|error| error.to_string())?;
        let dual: Vec<f64> = by_formula(loss, &groups);
        for (index, (&ours, &theirs)) in library.iter().zip(&dual).enumerate() {
            if !is_close(ours, theirs, DUAL_TOLERANCE) {
                let what = if index == 0 { "value" } else { "gradient" };
                return Err(format!(
                    "{loss}{groups:?}: {what} {ours:e}, by dual numbers {theirs:e}"
                ));
            }
        }
        for (index, &slope) in library.iter().skip(1).enumerate() {
            if let Some(difference) = central_difference(loss, &groups, index) {
                n_differences += 1;
                if !is_close(slope, difference, DIFFERENCE_TOLERANCE) {
                    return Err(format!(
                        "{loss}{groups:?}: gradient {slope:e}, by differences {difference:e}"
                    ));
                }
            }
        }
    }
    Ok(n_differences)
}

fn is_close(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * b.abs().max(1.0)
}

/// The slope along the argument at `index`, from two values; nothing where the
/// slopes there are far from each other.
fn central_difference(loss: &str, groups: &[Vec<f64>], index: usize) -> Option<f64> {
    const STEP: f64 = 3e-6;
    let at = |step: f64| -> Vec<f64> { by_formula(loss, &moved(groups, index, step)) };
    let (left, right) = (at(-STEP), at(STEP));
    // The curvature of these losses at these inputs is below 100.
    let has_kink = (right[index + 1] - left[index + 1]).abs() > 100.0 * 2.0 * STEP;
    (!has_kink).then(|| (right[0] - left[0]) / (2.0 * STEP))
}

/// The arguments, with the one at `index` moved by `step`.
#[must_use]
pub fn moved(groups: &[Vec<f64>], index: usize, step: f64) -> Vec<Vec<f64>> {
    let mut moved = groups.to_vec();
    if let Some(argument) = moved.iter_mut().flatten().nth(index) {
        *argument += step;
    }
    moved
}

/// Random arguments of a loss, the same on every run.
fn sample(loss: &str, random: &mut Random) -> Vec<Vec<f64>> {
    let numbers = |n: usize, reach: f64, random: &mut Random| -> Vec<f64> {
        (0..n)
            .map(|_| reach * (2.0 * random.unit() - 1.0))
            .collect()
    };
    match loss {
        "huber" => vec![
            numbers(1, 5.0, random),
            numbers(1, 5.0, random),
            vec![0.1 + 5.0 * random.unit()],
        ],
        "binary_cross_entropy" => {
            let soft = random.unit();
            vec![
                numbers(1, 20.0, random),
                vec![random.choice([0.0, 1.0, soft])],
            ]
        }
        "categorical_cross_entropy" => {
            let n = random.choice([2, 3, 5]);
            let label = (random.unit() * n as f64).floor();
            vec![numbers(n, 5.0, random), vec![label]]
        }
        "hinge" => vec![numbers(1, 3.0, random), vec![random.choice([-1.0, 1.0])]],
        "kl_divergence" => {
            let n = random.choice([2, 3, 4]);
            [(); 2]
                .map(|()| normalized(&numbers(n, 1.0, random)))
                .into()
        }
        "contrastive" => vec![
            numbers(2, 1.0, random),
            numbers(2, 1.0, random),
            vec![random.choice([0.0, 1.0])],
            vec![2.0],
        ],
        "triplet" => vec![
            numbers(2, 1.0, random),
            numbers(2, 1.0, random),
            numbers(2, 1.0, random),
            vec![0.5],
        ],
        _ => vec![numbers(1, 5.0, random), numbers(1, 5.0, random)],
    }
}

/// Probabilities proportional to the exponentials.
fn normalized(logits: &[f64]) -> Vec<f64> {
    let total: f64 = logits.iter().map(|it| it.exp()).sum();
    logits.iter().map(|it| it.exp() / total).collect()
}

/// The generator SplitMix64, which needs no library and no state but a number.
struct Random(u64);

impl Random {
    /// A number from 0 to 1.
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn choice<T: Copy, const N: usize>(&mut self, of: [T; N]) -> T {
        of[((self.unit() * N as f64) as usize).min(N - 1)]
    }
}
