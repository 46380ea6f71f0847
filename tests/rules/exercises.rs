//! The page of the coding round has every exercise, whole and in order.

use std::ops::Range;

use exercises::catalog::EXERCISES;

use crate::directives::directives;
use crate::document::Document;
use crate::finding::Finding;
use crate::manuscript::Manuscript;
use crate::markdown::headings;

const PAGE: &str = "src/study/coding_round.md";
const PARTS: [&str; 3] = ["statement.md", "hints.md", "answer.rs"];

/// Each exercise of the catalog has its heading, and under it all its parts.
pub fn check(manuscript: &Manuscript) -> Vec<Finding> {
    let Some(page) = manuscript.pages.iter().find(|it| it.path == PAGE) else {
        return Vec::new();
    };
    let found: Vec<(String, Range<usize>)> = headings(&page.text)
        .into_iter()
        .filter(|it| it.level == 3)
        .map(|it| (it.title, it.section))
        .collect();
    let mut findings = Vec::new();
    for (position, exercise) in EXERCISES.iter().enumerate() {
        match found.get(position) {
            Some((title, section)) if title == exercise.title => {
                findings.extend(missing(page, exercise.name, section));
            }
            other => {
                let place = other.map_or(page.text.len().saturating_sub(1), |it| it.1.start);
                findings.push(page.finding(
                    place,
                    format!("`### {}` belongs here", exercise.title),
                    "the page has the exercises in the order of crates/exercises/src/catalog.rs",
                ));
                return findings;
            }
        }
    }
    findings
}

/// The parts of an exercise that its section does not include.
fn missing(page: &Document, name: &str, section: &Range<usize>) -> Vec<Finding> {
    let included: Vec<String> = directives(page)
        .into_iter()
        .filter(|it| section.contains(&it.range.start))
        .map(|it| it.target)
        .collect();
    PARTS
        .iter()
        .map(|part| format!("crates/exercises/src/{name}/{part}"))
        .filter(|path| !included.contains(path))
        .map(|path| {
            page.finding(
                section.start,
                format!("the section does not show {path}"),
                "include it, as the other sections do",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::finding::assert_clean;

    #[test]
    fn this_book_shows_every_exercise() {
        assert_clean(
            "the coding round has every exercise, whole and in order",
            check(Manuscript::this_book()),
        );
    }

    #[test]
    fn rejects_a_page_without_the_exercises() {
        Draft::new()
            .write(PAGE, "# The coding round\n")
            .append(
                "SUMMARY.md",
                "\n- [The coding round](study/coding_round.md)\n",
            )
            .rejected_by(check)
            .saying("`### Mean squared error and its gradient` belongs here")
            .with_remedy("in the order");
    }

    #[test]
    fn rejects_an_exercise_without_its_hints() {
        let root = book::root();
        let page = std::fs::read_to_string(root.join(PAGE)).expect("the book has the page");
        let hints = "{{#include ../../crates/exercises/src/huber/hints.md}}";
        Draft::new()
            .write(PAGE, &page.replace(hints, ""))
            .append(
                "SUMMARY.md",
                "\n- [The coding round](study/coding_round.md)\n",
            )
            .rejected_by(check)
            .at(PAGE, "### Huber loss")
            .saying("huber/hints.md");
    }
}
