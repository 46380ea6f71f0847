/// The mean gradient over all examples, from the gradients of each micro-batch.
pub fn accumulate(batches: &[Vec<f64>]) -> f64 {
    let mut total = 0.0;
    for batch in batches {
        let mean = batch.iter().sum::<f64>() / batch.len() as f64;
        total += mean / batches.len() as f64;
    }
    total
}
