//! To make a token unlikely, minus the logarithm of one minus its probability has a slope that fades; climbing its cross-entropy never ends.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Four tokens; the first one must not be said.
    let start = array![[2.0, 1.0, 0.0, -1.0]];
    let unlikelihood = |z: &Array2<f64>| {
        let p = softmax(z, 1.0)?.row(0).to_owned();
        let mut slope = -(p[0] / (1.0 - p[0])) * &p;
        slope[0] = p[0];
        Ok::<_, LossError>((-(1.0 - p[0]).ln(), slope))
    };
    println!("loss               steps   the bad token   its logit   the others");
    for (name, steps) in [
        ("unlikelihood", 0),
        ("unlikelihood", 500),
        ("climbing", 500),
    ] {
        let mut logits = start.clone();
        for _ in 0..steps {
            let climb = softmax_cross_entropy_gradient(&logits, &array![0])?;
            let slope = unlikelihood(&logits)?.1.insert_axis(Axis(0));
            logits -= &(0.1 * if name == "climbing" { -climb } else { slope });
        }
        let p = softmax(&logits, 1.0)?.row(0).to_owned();
        let (bad, others) = (p[0], p.slice_axis(Axis(0), Slice::from(1..)).to_owned());
        println!(
            "{name:<18} {steps:5} {bad:15.1e} {:11.4}   {others:.4}",
            logits[[0, 0]]
        );
    }
    // ANCHOR_END: program
    for axis in 0..4 {
        let at = |step: f64| {
            let mut moved = start.clone();
            moved[[0, axis]] += step;
            unlikelihood(&moved).map(|it| it.0)
        };
        let difference = (at(1e-5)? - at(-1e-5)?) / 2e-5;
        assert_relative_eq!(
            unlikelihood(&start)?.1[axis],
            difference,
            max_relative = 1e-6
        );
    }
    Ok(())
}
