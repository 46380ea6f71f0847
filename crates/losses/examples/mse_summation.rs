//! A sum in f32 stops growing at 2²⁴, and a sum may overflow although the mean does not.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let n = 1_u32 << 25;
    let add = |sum: f32, _| sum + 1.0;
    let one_by_one = (0..n).fold(0.0, add);
    // All blocks are alike, so one is enough.
    let block = (0..1 << 12).fold(0.0, add);
    let in_blocks: f32 = (0..n >> 12).map(|_| block).sum();
    let [mean_one_by_one, mean_in_blocks] = [one_by_one, in_blocks].map(|it| it / n as f32);
    println!("{n} ones in f32          sum   mean");
    println!("  one by one      {one_by_one:>15} {mean_one_by_one:>6}");
    println!("  in blocks       {in_blocks:>15} {mean_in_blocks:>6}");
    assert_eq!([one_by_one, in_blocks], [2.0_f32.powi(24), n as f32]);

    let losses = array![1e308, 1e308, 1e308];
    let mut running = 0.0;
    for (count, loss) in (1..).zip(&losses) {
        running += (loss - running) / f64::from(count);
    }
    println!("mean of {losses:e}");
    println!("  sum, then n     {}", mean(&losses)?);
    println!("  running mean    {running:e}");
    assert_relative_eq!(running, 1e308);
    // ANCHOR_END: program
    Ok(())
}
