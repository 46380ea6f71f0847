//! Before training, a loss has a value that the task decides and the data do not.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("equal scores for          size       loss");
    for (what, size) in [
        ("classes", 2),
        ("digits", 10),
        ("pairs of a batch", 256),
        ("tokens of GPT-2", 50_257),
    ] {
        let loss = softmax_cross_entropy(&Array2::zeros((1, size)), &array![0])?[0];
        println!("{what:20} {size:9} {loss:10.6}");
        assert_relative_eq!(loss, (size as f64).ln(), max_relative = 1e-12);
    }
    let preference = softplus(&array![0.0])[0];
    let hinge_binary = hinge(&array![0.0], &array![1.0])?[0];
    let hinge_of_ten = sum(&hinge(&Array1::zeros(9), &Array1::ones(9))?);
    println!("\nsoftplus of a difference of 0 {preference:11.6}");
    println!("hinge of a score of 0 {hinge_binary:19.6}");
    println!("hinge summed over 9 rivals {hinge_of_ten:14.6}");

    println!("\ndeviation of 50,257 logits   mean loss   above uniform");
    for deviation in [0.1, 1.0, 3.0] {
        // Logits spread evenly over −a to a, each of them the label equally often.
        let a = deviation * 3.0_f64.sqrt();
        let even = Array1::linspace(-a, a, 50_257);
        let loss = log_sum_exp(&even.insert_axis(Axis(0)))?[0];
        let excess = loss - 50_257_f64.ln();
        println!("{deviation:26.1} {loss:11.4} {excess:15.4}");
        assert_relative_eq!(excess, (a.sinh() / a).ln(), max_relative = 1e-3);
    }
    // ANCHOR_END: program
    assert_relative_eq!(preference, std::f64::consts::LN_2);
    assert_eq!([hinge_binary, hinge_of_ten], [1.0, 9.0]);
    Ok(())
}
