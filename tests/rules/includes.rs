//! What a page includes exists.
//!
//! mdBook renders an empty block for an anchor that does not exist and goes
//! on without a file that does not; the reader sees a page with a hole.

use std::sync::LazyLock;

use regex::Regex;

use crate::directives::{Directive, Part, directives};
use crate::document::Document;
use crate::finding::Finding;
use crate::manuscript::{Manuscript, files};

/// Every directive is one that mdBook knows, names a file that exists and an
/// anchor that stands in it, and every anchor is closed.
pub fn check(manuscript: &Manuscript) -> Vec<Finding> {
    let included = manuscript.pages.iter().flat_map(|page| {
        directives(page)
            .into_iter()
            .filter_map(|directive| broken(manuscript, page, &directive))
    });
    let unclosed = manuscript.examples.iter().flat_map(unclosed);
    included.chain(unclosed).collect()
}

fn broken(manuscript: &Manuscript, page: &Document, directive: &Directive) -> Option<Finding> {
    let Directive {
        name,
        target,
        part,
        range,
    } = directive;
    if name == "title" {
        return None;
    }
    if !directive.is_include() {
        return Some(page.finding(
            range.start,
            format!("mdBook knows no directive `{name}`, or none that we use"),
            "write `include` for text and figures, `rustdoc_include` for programs",
        ));
    }
    let Ok(file) = Document::read(&manuscript.root, target) else {
        return Some(page.finding(
            range.start,
            format!("{target} does not exist"),
            missing_file(manuscript, target),
        ));
    };
    match part {
        Part::Whole => None,
        Part::Lines => Some(page.finding(
            range.start,
            "the lines are chosen by number, which is wrong after the next edit",
            format!("put `ANCHOR: name` and `ANCHOR_END: name` into {target} and include `:name`"),
        )),
        Part::Anchor(anchor) => {
            let anchors = anchors(&file, &START);
            let is_there = anchors.iter().any(|(name, _)| name == anchor);
            (!is_there).then(|| {
                page.finding(
                    range.start,
                    format!("{target} has no anchor `{anchor}`, so the block is empty"),
                    match anchors.as_slice() {
                        [] => format!(
                            "put `// ANCHOR: {anchor}` and `// ANCHOR_END: {anchor}` around the lines to show"
                        ),
                        anchors => format!("the anchors there are: {}", names(anchors)),
                    },
                )
            })
        }
    }
}

fn missing_file(manuscript: &Manuscript, target: &str) -> String {
    let folder = target.rsplit_once('/').map_or("", |(folder, _)| folder);
    let stem = target.rsplit('/').next().unwrap_or_default();
    let stem = stem.split('.').next().unwrap_or_default();
    if folder == "src/examples" {
        return format!("`cargo book run --update` writes it, when there is an example {stem}");
    }
    let similar: Vec<String> = files(&manuscript.root, folder)
        .into_iter()
        .filter(|path| path.contains(stem.split('_').next().unwrap_or_default()))
        .take(5)
        .collect();
    if similar.is_empty() {
        "correct the path; it counts from the folder of the page".to_owned()
    } else {
        format!("correct the path; there are {}", similar.join(", "))
    }
}

static START: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"ANCHOR:\s*([\w-]+)").expect("it is a constant"));
static END: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"ANCHOR_END:\s*([\w-]+)").expect("it is a constant"));

/// Without its end an anchor reaches to the end of the file.
fn unclosed(file: &Document) -> Vec<Finding> {
    let (starts, ends) = (anchors(file, &START), anchors(file, &END));
    let open = starts.iter().filter_map(|(name, offset)| {
        let is_closed = ends.iter().any(|(end, at)| end == name && at > offset);
        (!is_closed).then(|| {
            file.finding(
                *offset,
                format!("the anchor `{name}` has no end"),
                format!("write `// ANCHOR_END: {name}` after the last line to show"),
            )
        })
    });
    let never_begun = ends.iter().filter_map(|(name, offset)| {
        let is_begun = starts
            .iter()
            .any(|(start, at)| start == name && at < offset);
        (!is_begun).then(|| {
            file.finding(
                *offset,
                format!("the anchor `{name}` ends but does not begin"),
                format!("write `// ANCHOR: {name}` before the first line to show"),
            )
        })
    });
    open.chain(never_begun).collect()
}

fn anchors(file: &Document, kind: &Regex) -> Vec<(String, usize)> {
    kind.captures_iter(&file.text)
        .map(|captures| captures.get(1).expect("it is not optional"))
        .map(|name| (name.as_str().to_owned(), name.start()))
        .collect()
}

fn names(anchors: &[(String, usize)]) -> String {
    let names: Vec<&str> = anchors.iter().map(|(name, _)| name.as_str()).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{CHAPTER, Draft};
    use crate::finding::assert_clean;

    const EXAMPLE: &str = "crates/losses/examples/mse_units.rs";

    #[test]
    fn this_book_includes_what_exists() {
        assert_clean(
            "every include names a file and an anchor that exist",
            check(Manuscript::this_book()),
        );
    }

    #[test]
    fn rejects_a_file_that_does_not_exist() {
        Draft::new()
            .replace(CHAPTER, "mse_units.rs:", "mse_unit.rs:")
            .rejected_by(check)
            .at(CHAPTER, "mse_unit.rs")
            .saying("crates/losses/examples/mse_unit.rs does not exist")
            .with_remedy("crates/losses/examples/mse_units.rs");
    }

    #[test]
    fn rejects_output_that_was_not_written_yet() {
        Draft::new()
            .remove("src/examples/mse_units.txt")
            .rejected_by(check)
            .at(CHAPTER, "mse_units.txt")
            .with_remedy("cargo book run --update");
    }

    #[test]
    fn rejects_an_anchor_that_does_not_exist() {
        Draft::new()
            .replace(CHAPTER, "mse_units.rs:program", "mse_units.rs:programm")
            .rejected_by(check)
            .at(CHAPTER, "mse_units.rs:programm")
            .saying("no anchor `programm`")
            .with_remedy("the anchors there are: program");
    }

    #[test]
    fn rejects_an_anchor_without_an_end() {
        Draft::new()
            .replace(EXAMPLE, "    // ANCHOR_END: program\n", "")
            .rejected_by(check)
            .at(EXAMPLE, "ANCHOR: program")
            .saying("has no end")
            .with_remedy("// ANCHOR_END: program");
    }

    #[test]
    fn rejects_an_anchor_without_a_beginning() {
        Draft::new()
            .replace(
                EXAMPLE,
                "    // ANCHOR_END: program\n",
                "    // ANCHOR_END: program\n    // ANCHOR_END: more\n",
            )
            .rejected_by(check)
            .at(EXAMPLE, "ANCHOR_END: more")
            .saying("does not begin");
    }

    #[test]
    fn rejects_lines_by_number() {
        Draft::new()
            .replace(CHAPTER, "mse_units.txt", "mse_units.txt:1:2")
            .rejected_by(check)
            .at(CHAPTER, "mse_units.txt:1:2")
            .saying("by number");
    }

    #[test]
    fn rejects_a_mistyped_directive() {
        Draft::new()
            .replace(
                CHAPTER,
                "#include ../examples/mse_units",
                "#inlcude ../examples/mse_units",
            )
            .rejected_by(check)
            .at(CHAPTER, "#inlcude")
            .saying("no directive `inlcude`");
    }
}
