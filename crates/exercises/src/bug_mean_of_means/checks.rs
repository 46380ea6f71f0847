use super::answer::accumulate;
use crate::teach::close;

#[test]
fn equal_batches_agree_with_one() {
    close(
        accumulate(&[vec![1.0, 3.0], vec![5.0, 7.0]]),
        4.0,
        "the mean of 1, 3, 5, 7",
    );
}

#[test]
fn unequal_batches_agree_with_one() {
    close(
        accumulate(&[vec![9.0], vec![0.0, 0.0]]),
        3.0,
        "the mean of 9, 0, 0 is 3; 4.5 is the mean of the means",
    );
}

#[test]
fn an_empty_batch_changes_nothing() {
    close(
        accumulate(&[vec![2.0, 4.0], vec![]]),
        3.0,
        "0/0 is NaN: a batch of padding only must not poison the step",
    );
}
