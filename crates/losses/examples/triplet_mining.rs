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

fn main() {
    let (classes, z): (Vec<usize>, Vec<f64>) =
        (0..20).map(|i| (i % 5, (i as f64 * 0.618).fract())).unzip();
    let d = Array2::from_shape_fn((20, 20), |(i, j)| (z[i] - z[j]).abs());
    let gap = |&[a, p, n]: &[usize; 3]| d[[a, p]] - d[[a, n]];
    let (hard, all) = (batch_hard(&d, &classes), batch_all(&classes));
    for mined in &hard {
        let of_anchor = all.iter().filter(|it| it[0] == mined[0]);
        assert_eq!(gap(mined), of_anchor.map(gap).fold(f64::MIN, f64::max));
    }
    println!("of 20 points batch-hard takes {} triplets", hard.len());
    println!("classes  images each  batch  valid triplets");
    for (p, k) in [(5, 4), (18, 4), (32, 4)] {
        let batch: Vec<usize> = (0..p * k).map(|i| i % p).collect();
        let valid = batch_all(&batch).len();
        println!("{p:7}  {k:11}  {:5}  {valid:14}", p * k);
        assert_eq!(valid, p * k * (k - 1) * (p * k - k));
    }
}
