//! Every Rust fence has one owner that compiles and runs it.
//!
//! `mdbook test` owns the pages, skeptic the Markdown outside `src/`, rustdoc
//! the documentation of the crates. A fence that its owner passes over, or
//! that tells it to look away, is code that nobody has run.

use std::sync::LazyLock;

use regex::Regex;

use crate::directives::directives;
use crate::document::Document;
use crate::finding::Finding;
use crate::manuscript::{Manuscript, files};
use crate::markdown::{CodeBlock, code_blocks};
use crate::markdown_files::outside_src;

const LOOKS_AWAY: [&str; 3] = ["ignore", "no_run", "compile_fail"];
const RUN_IT: &str = "let it run; what must fail is an assertion in an example";

/// On pages Rust and output are included from the examples; nowhere is a Rust
/// fence kept from its owner.
pub fn check(manuscript: &Manuscript) -> Vec<Finding> {
    let pages = manuscript.pages.iter().flat_map(on_page);
    let others = outside_src(&manuscript.root)
        .into_iter()
        .filter_map(|path| Document::read(&manuscript.root, &path).ok());
    let documentation = files(&manuscript.root, "crates")
        .into_iter()
        .filter(|path| path.ends_with(".rs") && path.contains("/src/"))
        .filter_map(|path| Document::read(&manuscript.root, &path).ok());
    pages
        .chain(others.flat_map(|document| outside(&document)))
        .chain(documentation.flat_map(|document| in_documentation(&document)))
        .collect()
}

fn on_page(page: &Document) -> Vec<Finding> {
    code_blocks(&page.text)
        .iter()
        .filter_map(|block| {
            let (problem, remedy) = wrong_on_page(page, block)?;
            Some(page.finding(block.range.start, problem, remedy))
        })
        .collect()
}

fn wrong_on_page(page: &Document, block: &CodeBlock) -> Option<(String, &'static str)> {
    let Some(info) = &block.info else {
        let problem = "`mdbook test` runs indented code as Rust".to_owned();
        return Some((
            problem,
            "use a fence with a language; or indent the list item less",
        ));
    };
    if let Some(word) = looks_away(info) {
        return Some((format!("`{word}` keeps the code from being run"), RUN_IT));
    }
    match block.language() {
        "" => Some((
            "`mdbook test` runs a fence without a language as Rust".to_owned(),
            "name the language; it is `text` for output",
        )),
        "rs" | "Rust" => Some((
            "`mdbook test` passes over this fence: it knows Rust as `rust`".to_owned(),
            "write ```rust",
        )),
        "rust" if !is_compiled_elsewhere(page, block) => Some((
            "Rust is typed into the page, where no editor, formatter or linter sees it".to_owned(),
            "make it an example and write {{#rustdoc_include ../../crates/losses/examples/<loss>_<topic>.rs:program}}",
        )),
        "text"
            if !is_include(page, block, "include", "src/examples/")
                && !is_include(page, block, "include", "src/proofs/") =>
        {
            Some((
                "output is typed into the page, which no program printed".to_owned(),
                "let an example print it and write {{#include ../examples/<loss>_<topic>.txt}}",
            ))
        }
        _ => None,
    }
}

/// Whether cargo compiles the code as well: an example, or the solution of an
/// exercise.
fn is_compiled_elsewhere(page: &Document, block: &CodeBlock) -> bool {
    ["crates/losses/examples/", "crates/exercises/src/"]
        .iter()
        .any(|folder| is_include(page, block, "rustdoc_include", folder))
}

/// Whether the block is one directive and nothing else.
fn is_include(page: &Document, block: &CodeBlock, name: &str, folder: &str) -> bool {
    directives(page).iter().any(|directive| {
        directive.name == name
            && directive.target.starts_with(folder)
            && page.text[directive.range.clone()] == *block.content.trim()
            && block.range.contains(&directive.range.start)
    })
}

fn outside(document: &Document) -> Vec<Finding> {
    code_blocks(&document.text)
        .iter()
        .filter_map(|block| {
            let info = block.info.as_deref().unwrap_or_default();
            let (problem, remedy) = match block.language() {
                "rs" | "Rust" => (
                    "skeptic passes over this fence: it knows Rust as `rust`".to_owned(),
                    "write ```rust",
                ),
                "rust" => (
                    format!("`{}` keeps the code from being run", looks_away(info)?),
                    RUN_IT,
                ),
                _ => return None,
            };
            Some(document.finding(block.range.start, problem, remedy))
        })
        .collect()
}

fn in_documentation(document: &Document) -> Vec<Finding> {
    static FENCE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?m)^\s*//[/!]\s*```+(.*)$").expect("it is a constant"));
    FENCE
        .captures_iter(&document.text)
        .filter_map(|captures| {
            let word = looks_away(&captures[1])?;
            let fence = captures.get(1).expect("it is not optional");
            let problem = format!("`{word}` keeps the code from being run");
            Some(document.finding(fence.start(), problem, RUN_IT))
        })
        .collect()
}

fn looks_away(info: &str) -> Option<&str> {
    info.split([',', ' '])
        .find(|word| LOOKS_AWAY.iter().any(|it| word.starts_with(it)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{CHAPTER, Draft};
    use crate::finding::assert_clean;

    #[test]
    fn this_book_runs_every_rust_fence() {
        assert_clean(
            "every Rust fence has one owner that compiles and runs it",
            check(Manuscript::this_book()),
        );
    }

    #[test]
    fn rejects_rust_that_is_typed_into_a_page() {
        Draft::new()
            .append(CHAPTER, "\n```rust\nlet r = 1.0;\n```\n")
            .rejected_by(check)
            .at(CHAPTER, "```rust\nlet r")
            .saying("Rust is typed into the page")
            .with_remedy("rustdoc_include");
    }

    #[test]
    fn rejects_output_that_is_typed_into_a_page() {
        Draft::new()
            .append(CHAPTER, "\n```text\nmean  25.0\n```\n")
            .rejected_by(check)
            .at(CHAPTER, "```text\nmean")
            .saying("no program printed");
    }

    #[test]
    fn rejects_a_fence_that_is_not_run() {
        let from = "```rust\n{{#rustdoc_include ../../crates/losses/examples/mse_units";
        for word in LOOKS_AWAY {
            let to = from.replace("```rust", &format!("```rust,{word}"));
            Draft::new()
                .replace(CHAPTER, from, &to)
                .rejected_by(check)
                .at(CHAPTER, &to)
                .saying(word);
        }
    }

    #[test]
    fn rejects_an_include_that_hides_what_must_compile() {
        let from = "{{#rustdoc_include ../../crates/losses/examples/mse_units";
        Draft::new()
            .replace(CHAPTER, from, &from.replace("rustdoc_include", "include"))
            .rejected_by(check)
            .with_remedy("rustdoc_include");
    }

    #[test]
    fn rejects_a_fence_without_a_language() {
        Draft::new()
            .append(CHAPTER, "\n```\nwords\n```\n")
            .rejected_by(check)
            .at(CHAPTER, "```\nwords")
            .saying("without a language");
    }

    #[test]
    fn rejects_indented_code() {
        Draft::new()
            .append(CHAPTER, "\nWords:\n\n    let r = 1.0;\n")
            .rejected_by(check)
            .at(CHAPTER, "let r = 1.0")
            .saying("indented code");
    }

    #[test]
    fn rejects_rust_under_another_name() {
        Draft::new()
            .append(CHAPTER, "\n```rs\nlet r = 1.0;\n```\n")
            .rejected_by(check)
            .at(CHAPTER, "```rs")
            .saying("`mdbook test` passes over");
    }

    #[test]
    fn rejects_a_fence_of_the_readme_that_skeptic_does_not_run() {
        for (info, words) in [("rs", "skeptic passes over"), ("rust,no_run", "`no_run`")] {
            Draft::new()
                .write(
                    "README.md",
                    &format!("# Read me\n\n```{info}\nlet r = 1.0;\n```\n"),
                )
                .rejected_by(check)
                .at("README.md", "```")
                .saying(words);
        }
    }

    #[test]
    fn rejects_documentation_that_rustdoc_does_not_run() {
        let module = "crates/losses/src/regression/mse.rs";
        Draft::new()
            .append(module, "/// ```ignore\n/// x\n/// ```\npub fn f() {}\n")
            .rejected_by(check)
            .at(module, "```ignore")
            .saying("`ignore`");
    }
}
