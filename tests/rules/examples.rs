//! Every example is shown, and every page shows examples that can be read.
//!
//! An example that no page shows proves nothing to the reader; output that no
//! page includes is a claim that nobody sees.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use pulldown_cmark::{Event, Tag, TagEnd};
use regex::Regex;

use crate::directives::directives;
use crate::document::Document;
use crate::finding::Finding;
use crate::manuscript::{Manuscript, PARTS, files};
use crate::markdown;

const LONGEST_PROGRAM: usize = 60;
const LONGEST_PART: usize = 30;

/// Each program is shown with its output and is short, named and documented;
/// each output and figure is used; each figure says what it shows.
pub fn check(manuscript: &Manuscript) -> Vec<Finding> {
    let shown: BTreeSet<String> = manuscript
        .pages
        .iter()
        .flat_map(directives)
        .map(|directive| directive.target)
        .collect();
    let slugs = slugs(manuscript);
    let mut findings = Vec::new();
    for example in &manuscript.examples {
        findings.extend(not_shown(example, &shown));
        findings.extend(misnamed(example, &slugs));
        findings.extend(undocumented(example));
        findings.extend(drawn_elsewhere(example));
        findings.extend(too_long(example));
    }
    findings.extend(copies(&manuscript.examples));
    let is_unused =
        |path: &&String| !shown.contains(*path) && has_no_other_finding(manuscript, path);
    findings.extend(
        manuscript
            .outputs
            .iter()
            .filter(is_unused)
            .map(|path| unused(path)),
    );
    let figures = manuscript
        .outputs
        .iter()
        .filter(|path| path.ends_with(".svg"));
    findings.extend(figures.filter_map(|path| silent(manuscript, path)));
    for page in &manuscript.pages {
        findings.extend(without_caption(page));
        findings.extend(without_alternative(page));
    }
    findings
}

fn not_shown(example: &Document, shown: &BTreeSet<String>) -> Option<Finding> {
    let name = example.slug();
    let (program, output) = (&example.path, format!("src/examples/{name}.txt"));
    let missing = match (shown.contains(program), shown.contains(&output)) {
        (true, true) => return None,
        (true, false) => format!("its page does not show what it prints, {output}"),
        (false, true) => "its page shows what it prints, but not the program".to_owned(),
        (false, false) => "no page shows this example".to_owned(),
    };
    Some(Finding::in_file(
        program,
        missing,
        format!("include {program}:program and {output} in one page, or remove the example"),
    ))
}

/// The output of an example that is not shown is reported with the example.
fn has_no_other_finding(manuscript: &Manuscript, path: &str) -> bool {
    let is_text_of = |example: &Document| path == format!("src/examples/{}.txt", example.slug());
    !manuscript.examples.iter().any(is_text_of)
}

fn unused(path: &str) -> Finding {
    Finding::in_file(
        path,
        "no page uses this file",
        "include it in the page of its example; if the example is gone, `cargo book run --update` removes it",
    )
}

/// What an example may be named after: a page, or a loss.
fn slugs(manuscript: &Manuscript) -> BTreeSet<String> {
    let pages = manuscript.pages.iter().map(|page| page.slug().to_owned());
    let losses = PARTS.iter().flat_map(|part| {
        let modules = files(&manuscript.root, &format!("crates/losses/src/{part}"));
        modules.into_iter().filter_map(|path| {
            let stem = Path::new(&path).file_stem()?.to_string_lossy().into_owned();
            (stem != "mod").then_some(stem)
        })
    });
    pages.chain(losses).collect()
}

fn misnamed(example: &Document, slugs: &BTreeSet<String>) -> Option<Finding> {
    let name = example.slug();
    let topic = slugs
        .iter()
        .filter_map(|slug| name.strip_prefix(slug.as_str())?.strip_prefix('_'))
        .find(|topic| !topic.is_empty());
    match topic {
        None => Some(Finding::in_file(
            &example.path,
            format!("{name} is not named after a page or a loss"),
            "name it <loss>_<topic>, with the name that the chapter and the module have",
        )),
        Some(topic) if topic.contains(|it: char| it.is_ascii_digit()) => Some(Finding::in_file(
            &example.path,
            format!("the topic `{topic}` has a number, which says nothing"),
            "name the topic with a word or two",
        )),
        Some(_) => None,
    }
}

fn undocumented(example: &Document) -> Option<Finding> {
    let first = example.text.lines().next().unwrap_or_default();
    let claim = first.strip_prefix("//!").unwrap_or_default().trim();
    claim.is_empty().then(|| {
        Finding::in_file(
            &example.path,
            "it does not begin with what it claims",
            "begin with a line `//! …` that states the claim in one sentence",
        )
    })
}

/// A figure with the name of another example, as in a file that was written over by another.
fn drawn_elsewhere(example: &Document) -> Option<Finding> {
    let name = format!("\"{}\"", example.slug());
    (example.text.contains("Figure::new") && !example.text.contains(&name)).then(|| {
        Finding::in_file(
            &example.path,
            format!("it draws a figure that is not named {name}"),
            "name the figure like the example, or restore the example from git",
        )
    })
}

/// Two files with one claim are one program twice, under the output of two.
fn copies(examples: &[Document]) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    examples
        .iter()
        .filter(|example| !seen.insert(example.text.lines().next()))
        .map(|example| {
            Finding::in_file(
                &example.path,
                "another example makes the same claim, word for word",
                "restore the example from git, or say what is different",
            )
        })
        .collect()
}

fn too_long(example: &Document) -> Vec<Finding> {
    let n_lines = example.text.lines().count();
    let whole = (n_lines > LONGEST_PROGRAM).then(|| {
        Finding::in_file(
            &example.path,
            format!("it has {n_lines} lines, more than {LONGEST_PROGRAM}"),
            "split it, or move what is general into crates/losses or crates/figures",
        )
    });
    whole.into_iter().chain(long_parts(example)).collect()
}

fn long_parts(example: &Document) -> Vec<Finding> {
    static PART: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"// ANCHOR: ([\w-]+)\n((?s:.*?))\n[ \t]*// ANCHOR_END: ")
            .expect("it is a constant")
    });
    PART.captures_iter(&example.text)
        .filter_map(|part| {
            let n_lines = part[2].lines().count();
            let start = part.get(0).expect("the whole match").start();
            (n_lines > LONGEST_PART).then(|| {
                example.finding(
                    start,
                    format!("the part `{}` has {n_lines} lines, more than the {LONGEST_PART} that a reader takes in", &part[1]),
                    "move drawing and preparation out of the anchor",
                )
            })
        })
        .collect()
}

/// A figure that says nothing to somebody who cannot see it.
fn silent(manuscript: &Manuscript, path: &str) -> Option<Finding> {
    static SAYS: LazyLock<[Regex; 2]> = LazyLock::new(|| {
        ["title", "desc"]
            .map(|tag| Regex::new(&format!(r"<{tag}\b[^>]*>\s*[^<\s]")).expect("it is a constant"))
    });
    let figure = Document::read(&manuscript.root, path).ok()?;
    let is_silent = SAYS.iter().any(|says| !says.is_match(&figure.text));
    is_silent.then(|| {
        Finding::in_file(
            path,
            "the figure has no title or no description",
            "give `Figure::new` both; the description is for somebody who cannot see the figure",
        )
    })
}

/// A figure without a word about what to see in it.
fn without_caption(page: &Document) -> Vec<Finding> {
    static CAPTION: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"<figcaption>\s*[^<\s]").expect("it is a constant"));
    directives(page)
        .iter()
        .filter(|directive| directive.target.ends_with(".svg"))
        .filter(|directive| {
            let (before, after) = page.text.split_at(directive.range.end);
            let is_inside = before.rfind("<figure>") > before.rfind("</figure>");
            let rest = after.split("</figure>").next().unwrap_or_default();
            !(is_inside && CAPTION.is_match(rest))
        })
        .map(|directive| {
            page.finding(
                directive.range.start,
                "the figure has no caption",
                "put it into <figure> with a <figcaption> that says what to see (STYLE.md, Pages)",
            )
        })
        .collect()
}

/// `![](…)`: an image that says nothing to somebody who cannot see it.
fn without_alternative(page: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut open: Option<(usize, bool)> = None;
    for (event, range) in markdown::events(&page.text) {
        match event {
            Event::Start(Tag::Image { .. }) => open = Some((range.start, false)),
            Event::Text(_) => open = open.map(|(start, _)| (start, true)),
            Event::End(TagEnd::Image) => {
                if let Some((start, false)) = open.take() {
                    findings.push(page.finding(
                        start,
                        "the image has no alternative text",
                        "write what it shows between the brackets: ![what it shows](…)",
                    ));
                }
            }
            _ => {}
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{CHAPTER, Draft};
    use crate::finding::assert_clean;

    const EXAMPLE: &str = "crates/losses/examples/mse_units.rs";
    const FIGURE: &str = "src/examples/mse_outlier.svg";

    #[test]
    fn this_book_shows_its_examples() {
        assert_clean(
            "every example is shown with its output, is short, named and documented, and every figure is used and described",
            check(Manuscript::this_book()),
        );
    }

    #[test]
    fn rejects_an_example_that_no_page_shows() {
        Draft::new()
            .write("crates/losses/examples/mse_more.rs", "//! A claim.\n")
            .rejected_by(check)
            .at_file("crates/losses/examples/mse_more.rs")
            .saying("no page shows this example")
            .with_remedy("src/examples/mse_more.txt");
    }

    #[test]
    fn rejects_an_example_without_its_output() {
        Draft::new()
            .replace(CHAPTER, "{{#include ../examples/mse_units.txt}}", "")
            .rejected_by(check)
            .at_file(EXAMPLE)
            .saying("does not show what it prints");
    }

    #[test]
    fn rejects_an_output_without_its_program() {
        Draft::new()
            .replace(
                CHAPTER,
                "{{#rustdoc_include ../../crates/losses/examples/mse_units.rs:program}}",
                "",
            )
            .rejected_by(check)
            .at_file(EXAMPLE)
            .saying("but not the program");
    }

    #[test]
    fn rejects_a_figure_that_no_page_uses() {
        Draft::new()
            .write(
                "src/examples/mse_units.svg",
                "<svg><title>a</title><desc>b</desc></svg>",
            )
            .rejected_by(check)
            .at_file("src/examples/mse_units.svg")
            .saying("no page uses");
    }

    #[test]
    fn rejects_output_of_an_example_that_is_gone() {
        Draft::new()
            .write("src/examples/mse_gone.txt", "22\n")
            .rejected_by(check)
            .at_file("src/examples/mse_gone.txt")
            .with_remedy("cargo book run --update");
    }

    #[test]
    fn rejects_an_example_named_after_nothing() {
        let text = "../../crates/losses/examples/mean_units.rs";
        Draft::new()
            .remove(EXAMPLE)
            .remove("src/examples/mse_units.txt")
            .write("crates/losses/examples/mean_units.rs", "//! A claim.\n")
            .write("src/examples/mean_units.txt", "22\n")
            .replace(CHAPTER, "../../crates/losses/examples/mse_units.rs", text)
            .replace(
                CHAPTER,
                "../examples/mse_units.txt",
                "../examples/mean_units.txt",
            )
            .rejected_by(check)
            .at_file("crates/losses/examples/mean_units.rs")
            .saying("not named after a page or a loss")
            .with_remedy("<loss>_<topic>");
    }

    #[test]
    fn rejects_an_example_without_a_claim() {
        Draft::new()
            .replace(EXAMPLE, "//! The mean follows the units.\n\n", "")
            .rejected_by(check)
            .at_file(EXAMPLE)
            .with_remedy("//! …");
    }

    #[test]
    fn rejects_a_figure_with_the_name_of_another_example() {
        Draft::new()
            .append(EXAMPLE, "// Figure::new(\"mse_other\", title, text)\n")
            .rejected_by(check)
            .at_file(EXAMPLE)
            .saying("not named");
    }

    #[test]
    fn rejects_an_example_that_is_a_copy() {
        Draft::new()
            .replace(EXAMPLE, "follows the units", "follows the outlier")
            .rejected_by(check)
            .saying("the same claim")
            .with_remedy("from git");
    }

    #[test]
    fn rejects_an_example_that_is_too_long() {
        Draft::new()
            .append(EXAMPLE, &"\n".repeat(60))
            .rejected_by(check)
            .at_file(EXAMPLE)
            .saying("more than 60");
    }

    #[test]
    fn rejects_a_shown_part_that_is_too_long() {
        Draft::new()
            .replace(
                EXAMPLE,
                "    // ANCHOR_END",
                &("    \n".repeat(30) + "    // ANCHOR_END"),
            )
            .rejected_by(check)
            .at(EXAMPLE, "// ANCHOR: program")
            .saying("has 31 lines");
    }

    #[test]
    fn rejects_a_figure_without_a_description() {
        Draft::new()
            .replace(FIGURE, "A line that rises.", " ")
            .rejected_by(check)
            .at_file(FIGURE)
            .saying("no description");
    }

    #[test]
    fn rejects_a_figure_without_a_caption() {
        Draft::new()
            .replace(CHAPTER, "What to see: the mean moves to 22.", "")
            .rejected_by(check)
            .at(CHAPTER, "mse_outlier.svg")
            .saying("no caption");
    }

    #[test]
    fn rejects_a_figure_outside_of_its_frame() {
        Draft::new()
            .replace(CHAPTER, "{{#include ../examples/mse_outlier.svg}}\n", "")
            .replace(
                CHAPTER,
                "<figure>",
                "{{#include ../examples/mse_outlier.svg}}\n\n<figure>",
            )
            .rejected_by(check)
            .at(CHAPTER, "mse_outlier.svg")
            .with_remedy("<figcaption>");
    }

    #[test]
    fn rejects_an_image_without_alternative_text() {
        Draft::new()
            .append(CHAPTER, "\n![](curve.png)\n")
            .rejected_by(check)
            .at(CHAPTER, "curve.png")
            .saying("no alternative text");
    }
}
