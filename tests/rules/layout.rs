//! Everything is where a reader looks for it, under one name.
//!
//! The chapter, the module, the tests and the examples of a loss all have the
//! name of its page.

use crate::document::Document;
use crate::finding::Finding;
use crate::manuscript::Manuscript;

const TOP: [&str; 6] = [
    "book.toml",
    "src",
    "crates",
    "scripts",
    "tests",
    "SUMMARY.md",
];
const FEWEST_EXAMPLES: usize = 4;

/// The top level is complete, `src/SUMMARY.md` leads to the one table of
/// contents, and each chapter has its module, tests and examples.
pub fn check(manuscript: &Manuscript) -> Vec<Finding> {
    let mut findings: Vec<Finding> = TOP
        .iter()
        .filter(|name| !manuscript.root.join(name).exists())
        .map(|name| {
            Finding::in_file(
                *name,
                "it is missing at the top level of the book",
                "restore it; ARCHITECTURE.md says what is where",
            )
        })
        .collect();
    findings.extend(second_table_of_contents(manuscript));
    findings.extend(
        manuscript
            .chapters()
            .flat_map(|chapter| unnamed(manuscript, chapter)),
    );
    findings
}

/// mdBook reads `src/SUMMARY.md`, readers of the repository `SUMMARY.md`.
fn second_table_of_contents(manuscript: &Manuscript) -> Option<Finding> {
    let target = manuscript.root.join("src/SUMMARY.md").read_link();
    let is_link = target.is_ok_and(|target| target.as_os_str() == "../SUMMARY.md");
    (!is_link).then(|| {
        Finding::in_file(
            "src/SUMMARY.md",
            "it is not a link to SUMMARY.md, so there are two tables of contents",
            "ln -sf ../SUMMARY.md src/SUMMARY.md",
        )
    })
}

fn unnamed(manuscript: &Manuscript, chapter: &Document) -> Vec<Finding> {
    let slug = chapter.slug();
    let part = chapter.folder().trim_start_matches("src/");
    let mut findings: Vec<Finding> = [
        (
            format!("crates/losses/src/{part}/{slug}.rs"),
            "the module of the loss",
        ),
        (
            format!("crates/losses/tests/{slug}.rs"),
            "the tests of the loss",
        ),
    ]
    .into_iter()
    .filter(|(path, _)| !manuscript.has(path))
    .map(|(path, what)| {
        Finding::in_file(
            &chapter.path,
            format!("{what}, {path}, does not exist"),
            "chapter, module, tests and examples of a loss have one name",
        )
    })
    .collect();
    let prefix = format!("{slug}_");
    let n_examples = manuscript
        .examples
        .iter()
        .filter(|example| example.slug().starts_with(&prefix))
        .count();
    if n_examples < FEWEST_EXAMPLES {
        findings.push(Finding::in_file(
            &chapter.path,
            format!("{n_examples} examples are named {slug}_…, not {FEWEST_EXAMPLES}"),
            format!("add crates/losses/examples/{slug}_<topic>.rs"),
        ));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{CHAPTER, Draft};
    use crate::finding::assert_clean;

    #[test]
    fn this_book_has_everything_in_its_place() {
        assert_clean(
            "everything is in its place, under one name",
            check(Manuscript::this_book()),
        );
    }

    #[test]
    fn rejects_a_book_without_scripts() {
        Draft::new()
            .remove("scripts")
            .rejected_by(check)
            .at_file("scripts")
            .saying("missing at the top level");
    }

    #[test]
    fn rejects_a_second_table_of_contents() {
        Draft::new()
            .remove("src/SUMMARY.md")
            .write("src/SUMMARY.md", "# Summary\n")
            .rejected_by(check)
            .at_file("src/SUMMARY.md")
            .saying("two tables of contents")
            .with_remedy("ln -sf");
    }

    #[test]
    fn rejects_a_chapter_without_its_module() {
        Draft::new()
            .remove("crates/losses/src/regression/mse.rs")
            .rejected_by(check)
            .at_file(CHAPTER)
            .saying("crates/losses/src/regression/mse.rs, does not exist");
    }

    #[test]
    fn rejects_a_chapter_without_tests() {
        Draft::new()
            .remove("crates/losses/tests/mse.rs")
            .rejected_by(check)
            .at_file(CHAPTER)
            .saying("the tests of the loss");
    }

    #[test]
    fn rejects_a_chapter_with_too_few_examples() {
        Draft::new()
            .remove("crates/losses/examples/mse_units.rs")
            .rejected_by(check)
            .at_file(CHAPTER)
            .saying("3 examples are named mse_…")
            .with_remedy("crates/losses/examples/mse_<topic>.rs");
    }
}
