//! The preprocessor `drop-annotations`: removes the TeX source that KaTeX
//! leaves inside its MathML.
//!
//! A `|` in that source splits the row of a Markdown table, and the search
//! index would hold every formula twice.

use anyhow::Result;
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

/// Drops every `<annotation>` element from the chapters.
pub struct DropAnnotations;

impl Preprocessor for DropAnnotations {
    fn name(&self) -> &'static str {
        "drop-annotations"
    }

    fn run(&self, _: &PreprocessorContext, mut book: Book) -> Result<Book> {
        book.for_each_chapter_mut(|chapter| {
            chapter.content = without_annotations(&chapter.content);
        });
        Ok(book)
    }
}

fn without_annotations(content: &str) -> String {
    const OPEN: &str = "<annotation";
    const CLOSE: &str = "</annotation>";
    let mut kept = String::with_capacity(content.len());
    let mut rest = content;
    while let Some(start) = rest.find(OPEN) {
        let Some(length) = rest[start..].find(CLOSE) else {
            break;
        };
        kept.push_str(&rest[..start]);
        rest = &rest[start + length + CLOSE.len()..];
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drops_the_source_and_keeps_the_formula() {
        let katex = r#"<math><mi>r</mi><annotation encoding="application/x-tex">|r|</annotation></math>, then <math>x</math>"#;
        assert_eq!(
            without_annotations(katex),
            "<math><mi>r</mi></math>, then <math>x</math>"
        );
    }

    #[test]
    fn leaves_a_text_without_formulas_alone() {
        let text = "An <annotation without an end.";
        assert_eq!(without_annotations(text), text);
    }
}
