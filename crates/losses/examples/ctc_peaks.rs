//! Trained by CTC, free logits end as short spikes of labels between blanks.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Twelve steps, the classes blank, A and B, all alike at first; the labels are A B.
    let (mut logits, labels) = (Array2::zeros((12, 3)), array![1, 2]);
    let share = |gradient: &Array2<f64>, logits: &Array2<f64>| {
        // The gradient is softmax minus the share of alignments, so this is the share.
        Ok::<_, LossError>(softmax(logits, 1.0)? - gradient)
    };
    let first = ctc_gradient(&logits, &labels, 0)?;
    let alignments = share(&first, &logits)?;
    println!("before training, share of the alignments");
    println!("step     blank       A       B");
    for step in [0, 3, 6] {
        let row = alignments.row(step);
        println!("{step:4} {:9.4} {:7.4} {:7.4}", row[0], row[1], row[2]);
    }
    println!("\nsteps of descent     loss   steps won by blank, A, B");
    for step in 0..=3000 {
        if [0, 10, 100, 1000, 3000].contains(&step) {
            let winners = logits
                .rows()
                .into_iter()
                .map(|row| (0..3).fold(0, |best, k| if row[k] > row[best] { k } else { best }));
            let counts = winners.fold([0; 3], |mut counts, k| {
                counts[k] += 1;
                counts
            });
            println!("{step:16} {:8.4}   {counts:?}", ctc(&logits, &labels, 0)?);
        }
        logits -= &ctc_gradient(&logits, &labels, 0)?;
    }
    // ANCHOR_END: program
    let trained = softmax(&logits, 1.0)?;
    assert!(trained.column(0).iter().filter(|&&it| it > 0.9).count() >= 8);
    for row in first.rows() {
        assert_abs_diff_eq!(row.sum(), 0.0, epsilon = 1e-12);
    }
    let line = |class: usize| {
        trained
            .column(class)
            .iter()
            .enumerate()
            .map(|(t, &p)| (t as f64, p))
            .collect::<Vec<_>>()
    };
    let panel = Panel::new(
        Axis::linear("time step", 0.0..=11.0),
        Axis::linear("probability", 0.0..=1.0),
    )
    .line("blank", line(0))
    .line("A", line(1))
    .line("B", line(2));
    let text = "The blank is near 1 at all steps but two, where A and then B have a spike.";
    let figure = Figure::new("ctc_peaks", "Probabilities after training", text);
    Ok(figure.panel(panel).save()?)
}
