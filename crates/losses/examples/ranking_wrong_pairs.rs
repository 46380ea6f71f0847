//! Fewer pairs in the wrong order can mean a lower NDCG, since pairs count alike and places do not.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// DCG of the gains in their order, over that of the best order.
fn ndcg(gains: &[f64]) -> f64 {
    let dcg = |gains: &[f64]| -> f64 {
        let places = (2_u32..).map(|it| f64::from(it).log2());
        gains.iter().zip(places).map(|(it, place)| it / place).sum()
    };
    let mut best = gains.to_vec();
    best.sort_by(|a, b| b.total_cmp(a));
    dcg(gains) / dcg(&best)
}

fn wrong_pairs(gains: &[f64]) -> usize {
    let later = |it: usize| gains[it..].iter().filter(move |late| **late > gains[it]);
    (0..gains.len()).map(|it| later(it).count()).sum()
}
// ANCHOR_END: program

fn main() {
    println!("places of the two relevant of 16   wrong pairs     NDCG");
    let lists = [(1, 15), (4, 10)].map(|(a, b)| {
        let gains: Vec<f64> = (1..=16).map(|it| f64::from(it == a || it == b)).collect();
        let (wrong, value) = (wrong_pairs(&gains), ndcg(&gains));
        println!("{a:19} and {b:2} {wrong:20} {value:12.4}");
        // The irrelevant ones before the first, and those before the second.
        assert_eq!(wrong, (a - 1) + (b - 2));
        value
    });
    let best = 1.0 + 1.0 / 3_f64.log2();
    assert_relative_eq!(lists[0], (1.0 + 1.0 / 16_f64.log2()) / best);
    let second = 1.0 / 5_f64.log2() + 1.0 / 11_f64.log2();
    assert_relative_eq!(lists[1], second / best);
}
