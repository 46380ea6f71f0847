//! The colors of the pages are the colors of the figures.

use std::path::Path;

use book::generated::{Mode, Outcome, settle};

use crate::finding::Finding;
use crate::manuscript::Manuscript;

const CSS: &str = "theme/figures.css";
const UPDATE: &str = "UPDATE_PALETTE";

/// The style sheet is what the crate `figures` writes.
///
/// With the environment variable `UPDATE_PALETTE` it is written instead.
pub fn check(manuscript: &Manuscript) -> Vec<Finding> {
    compare(manuscript, Mode::Compare)
}

fn compare(manuscript: &Manuscript, mode: Mode) -> Vec<Finding> {
    let problem = match settle(&manuscript.root, Path::new(CSS), &figures::css(), mode) {
        Ok(Outcome::Same | Outcome::Updated(_)) => return Vec::new(),
        Ok(Outcome::Differs(difference)) => difference,
        Err(error) => format!("{error:#}"),
    };
    let remedy = format!(
        "the colors are set in crates/figures/src/palette.rs; write them here with \
         `{UPDATE}=1 cargo test --package rules palette`"
    );
    vec![Finding::in_file(CSS, problem, remedy)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::finding::assert_clean;

    #[test]
    fn this_book_has_the_colors_of_its_figures() {
        let mode = match std::env::var_os(UPDATE) {
            Some(_) => Mode::Update,
            None => Mode::Compare,
        };
        assert_clean(
            "the colors of the pages are the colors of the figures",
            compare(Manuscript::this_book(), mode),
        );
    }

    #[test]
    fn rejects_another_color() {
        Draft::new()
            .replace(CSS, "#0b61b0", "#0b61b1")
            .rejected_by(check)
            .at_file(CSS)
            .saying("+  --figure-1: #0b61b0;")
            .with_remedy("UPDATE_PALETTE=1");
    }

    #[test]
    fn rejects_a_book_without_the_style_sheet() {
        Draft::new()
            .remove(CSS)
            .rejected_by(check)
            .at_file(CSS)
            .saying("does not exist yet");
    }
}
