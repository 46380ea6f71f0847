//! A batch has quadratically many pairs and cubically many triplets, and one pass through the network for each item.

extern crate losses;

fn main() {
    // ANCHOR: program
    println!("classes  each  items  similar  dissimilar  triplets  softmaxes");
    for (classes, each) in [(2, 2), (8, 4), (32, 4), (4, 32)] {
        let n = classes * each;
        let (mut similar, mut dissimilar, mut triplets) = (0, 0, 0);
        for (a, b) in (0..n * n)
            .map(|it| (it / n, it % n))
            .filter(|(a, b)| a != b)
        {
            let is_similar = a % classes == b % classes;
            if a < b {
                *(if is_similar {
                    &mut similar
                } else {
                    &mut dissimilar
                }) += 1;
            }
            if is_similar {
                triplets += (0..n).filter(|c| c % classes != a % classes).count();
            }
        }
        println!("{classes:7} {each:5} {n:6} {similar:8} {dissimilar:11} {triplets:9} {n:10}");
        // By hand: choose two of a class, two of different classes, and a negative.
        assert_eq!(similar, classes * each * (each - 1) / 2);
        assert_eq!(dissimilar, classes * (classes - 1) / 2 * each * each);
        assert_eq!(triplets, n * (each - 1) * (n - each));
    }
    // ANCHOR_END: program
}
