//! The coding round: each loss from scratch, with checks that teach.
//!
//! An exercise is a folder `src/NAME` with one source for each of its parts:
//!
//! | file | what it is |
//! |---|---|
//! | `statement.md` | what to write; shown on the page and by `cargo book exercise` |
//! | `hints.md` | a numbered list, shown one at a time |
//! | `answer.rs` | the solution; what stands between `ANCHOR: solution` and `ANCHOR_END: solution` is left for the reader |
//! | `stub.rs` | only where a bug is to be found: the code with the bug |
//! | `checks.rs` | tests with the traps; a failure says which mistake usually makes it |
//!
//! The tests of this crate run the checks on every solution, and see them
//! reject every stub.

pub mod catalog;
pub mod verdict;
pub mod workbench;

#[cfg(test)]
mod teach;

#[cfg(test)]
mod squared_error {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod absolute_error {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod huber {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod pinball {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod binary_cross_entropy {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod softmax {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod softmax_cross_entropy {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod hinge {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod kl_divergence {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod contrastive {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod triplet {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod gradient_checker {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod masked_cross_entropy {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod label_smoothing {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod multi_class_hinge {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod focal {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod distillation {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod batch_hard {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod info_nce {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod dpo {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod grpo {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod hessian_vector_product {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod bug_log_of_sigmoid {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod bug_broadcast {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod bug_mean_of_means {
    mod answer;
    mod checks;
}
#[cfg(test)]
mod bug_batch_hard_mask {
    mod answer;
    mod checks;
}
