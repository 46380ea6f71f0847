//! Batch-hard mining finds for each anchor the worst of all its triplets, of which a batch of P classes with K points has PK(K − 1)(PK − K).

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// For each anchor its farthest positive and its nearest negative, from distances.
fn batch_hard(d: &Array2<f64>, classes: &[usize]) -> Vec<[usize; 3]> {
    let mined = (0..classes.len()).filter_map(|a| {
        let nearer = |&i: &usize, &j: &usize| d[[a, i]].total_cmp(&d[[a, j]]);
        // The anchor itself is no positive: this is the mask of the diagonal.
        let others = (0..classes.len()).filter(|&i| i != a);
        let (same, other): (Vec<_>, Vec<_>) = others.partition(|&i| classes[i] == classes[a]);
        let positive = same.into_iter().max_by(nearer)?; // a class of one has none
        let negative = other.into_iter().min_by(nearer)?;
        Some([a, positive, negative])
    });
    mined.collect()
}

/// Every valid triplet: anchor and positive differ but share the class.
fn batch_all(classes: &[usize]) -> Vec<[usize; 3]> {
    let (n, class) = (classes.len(), |i: usize| classes[i]);
    let pairs = (0..n).flat_map(|a| (0..n).map(move |p| (a, p)));
    let pairs = pairs.filter(|&(a, p)| a != p && class(a) == class(p));
    let triplets = pairs.flat_map(|(a, p)| (0..n).map(move |n| [a, p, n]));
    triplets.filter(|&[a, _, n]| class(a) != class(n)).collect()
}
// ANCHOR_END: program

fn main() -> Result<(), LossError> {
    let classes: Vec<usize> = (0..20).map(|i| i % 5).collect();
    let z = Array2::from_shape_fn((20, 2), |(i, axis)| {
        (i as f64 * [0.7549, 0.5698][axis]).fract()
    });
    let d = Array2::from_shape_fn((20, 20), |(i, j)| {
        (&z.row(i) - &z.row(j)).mapv(|it| it * it).sum().sqrt()
    });
    let losses = |triplets: &[[usize; 3]]| {
        let [a, p, n] = [0, 1, 2].map(|role| {
            z.select(
                Axis(0),
                &triplets.iter().map(|it| it[role]).collect::<Vec<_>>(),
            )
        });
        triplet(&a, &p, &n, 0.2)
    };
    let (hard, all) = (batch_hard(&d, &classes), batch_all(&classes));
    let (hardest, every) = (losses(&hard)?, losses(&all)?);
    for (mined, loss) in hard.iter().zip(&hardest) {
        let of_anchor = all.iter().zip(&every).filter(|(it, _)| it[0] == mined[0]);
        assert_eq!(*loss, of_anchor.map(|(_, &it)| it).fold(0.0, f64::max));
    }
    println!(
        "mean loss: batch-all {:.4}, batch-hard {:.4}",
        mean(&every)?,
        mean(&hardest)?
    );
    println!("classes  images each  batch  ordered triples  valid triplets");
    for (p, k) in [(5, 4), (18, 4), (32, 4)] {
        let n = p * k;
        let classes: Vec<usize> = (0..n).map(|i| i % p).collect();
        let valid = batch_all(&classes).len();
        println!(
            "{p:7}  {k:11}  {n:5}  {:15}  {valid:14}",
            n * (n - 1) * (n - 2)
        );
        assert_eq!(valid, n * (k - 1) * (n - k));
    }
    Ok(())
}
