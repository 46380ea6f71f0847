//! Information counted from a table is too large: for independent features by (K − 1)(L − 1)/(2n) on average.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Mutual information of the shares in a table of counts.
fn counted(table: &Array2<f64>) -> f64 {
    let n = table.sum();
    let (rows, columns) = (table.sum_axis(Axis(1)), table.sum_axis(Axis(0)));
    let cells = table.indexed_iter().filter(|it| *it.1 > 0.0);
    cells
        .map(|((x, y), c)| c / n * (c * n / (rows[x] * columns[y])).ln())
        .sum()
}

fn tables(levels: usize, n: usize, uniform: &mut impl FnMut() -> f64) -> (f64, f64) {
    let mut found: Vec<f64> = (0..400)
        .map(|_| {
            let mut table = Array2::zeros((levels, 2));
            for _ in 0..n {
                let x = (uniform() * levels as f64) as usize;
                table[[x, usize::from(uniform() < 0.5)]] += 1.0;
            }
            counted(&table)
        })
        .collect();
    found.sort_by(f64::total_cmp);
    (found.iter().sum::<f64>() / 400.0, found[379])
}
// ANCHOR_END: program

fn main() {
    let mut state = 1_u64;
    let mut uniform = move || {
        state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
        ((state >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    };
    println!("a fair label and an independent feature");
    println!("values   examples   mean found   (K - 1)/(2n)   95 % are below");
    for (levels, n) in [(2, 200), (20, 200), (20, 2000), (100, 200)] {
        let (mean, high) = tables(levels, n, &mut uniform);
        let formula = (levels as f64 - 1.0) / (2.0 * n as f64);
        println!("{levels:6} {n:10} {mean:12.4} {formula:14.4} {high:16.4}");
        if n >= 10 * levels {
            assert_relative_eq!(mean, formula, max_relative = 0.15);
        }
    }
    // One value per example says everything about the label, in the table.
    let own = Array2::from_shape_fn((200, 2), |(row, it)| f64::from(u8::from(row % 2 == it)));
    println!(
        "an identifier of each example: {:.4}, all of ln 2",
        counted(&own)
    );
    assert_relative_eq!(counted(&own), 2_f64.ln(), max_relative = 1e-12);
}
