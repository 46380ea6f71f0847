//! The directives of mdBook in a page, such as
//! `{{#include ../examples/mse_outlier.txt}}`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::Document;

/// One directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// `include`, `rustdoc_include` or whatever stands there.
    pub name: String,
    /// The file it names, relative to the root of the book; as it was written
    /// when that leads out of the book.
    pub target: String,
    /// What is taken of the file.
    pub part: Part,
    /// Where it stands in the page.
    pub range: Range<usize>,
}

/// What an include takes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// The lines between `ANCHOR` and `ANCHOR_END`.
    Anchor(String),
    /// Lines by number.
    Lines,
}

impl Directive {
    /// Whether it is one that shows a file.
    pub fn is_include(&self) -> bool {
        self.name == "include" || self.name == "rustdoc_include"
    }
}

/// All directives of a page but the escaped ones, in order.
pub fn directives(page: &Document) -> Vec<Directive> {
    // What mdBook itself looks for, but with any character in the name: a
    // mistyped name stays on the page as it is, without a word in the log.
    static DIRECTIVE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(\\?)\{\{\s*#([^\s}]+)\s*([^}\s]*)[^}]*\}\}").expect("it is a constant")
    });
    DIRECTIVE
        .captures_iter(&page.text)
        .filter(|captures| captures[1].is_empty())
        .map(|captures| {
            let (file, part) = split(&captures[3]);
            Directive {
                name: captures[2].to_owned(),
                target: page.resolve(file).unwrap_or_else(|| file.to_owned()),
                part,
                range: captures.get(0).expect("the whole match").range(),
            }
        })
        .collect()
}

/// The text of a page with spaces in place of its directives, so that each
/// byte stays where it is.
pub fn without_directives(page: &Document) -> String {
    let mut text = page.text.clone();
    for directive in directives(page) {
        text.replace_range(directive.range.clone(), &" ".repeat(directive.range.len()));
    }
    text
}

fn split(target: &str) -> (&str, Part) {
    match target.split_once(':') {
        None => (target, Part::Whole),
        Some((file, part)) if part.starts_with(|it: char| it.is_ascii_digit() || it == ':') => {
            (file, Part::Lines)
        }
        Some((file, anchor)) => (file, Part::Anchor(anchor.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_are_read_as_mdbook_reads_them() {
        let page = Document {
            path: "src/regression/mse.md".into(),
            text: "{{#include ../examples/a.txt}} \\{{#include b}} {{ #rustdoc_include \
                   ../../crates/a.rs:program }}{{#include c.rs:2:4}}"
                .into(),
        };
        let seen: Vec<_> = directives(&page)
            .into_iter()
            .map(|it| (it.name, it.target, it.part))
            .collect();
        let expected = [
            ("include", "src/examples/a.txt", Part::Whole),
            (
                "rustdoc_include",
                "crates/a.rs",
                Part::Anchor("program".into()),
            ),
            ("include", "src/regression/c.rs", Part::Lines),
        ]
        .map(|(name, target, part)| (name.to_owned(), target.to_owned(), part));
        assert_eq!(seen, expected);
        assert_eq!(without_directives(&page).len(), page.text.len());
    }
}
