//! The preprocessor `drop-annotations`: removes from KaTeX's output what
//! Markdown would misread.
//!
//! The TeX source inside the MathML goes: a `|` in it splits the row of a
//! table, and the search index would hold every formula twice. The tilde over
//! a letter is escaped: two of them in a paragraph would strike it through.

use anyhow::Result;
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

/// Drops every `<annotation>` element from the chapters and escapes tildes.
pub struct DropAnnotations;

impl Preprocessor for DropAnnotations {
    fn name(&self) -> &'static str {
        "drop-annotations"
    }

    fn run(&self, _: &PreprocessorContext, mut book: Book) -> Result<Book> {
        book.for_each_chapter_mut(|chapter| {
            chapter.content = safe_in_markdown(&chapter.content);
        });
        Ok(book)
    }
}

fn safe_in_markdown(content: &str) -> String {
    without_annotations(content).replace("<mo>~</mo>", "<mo>&#126;</mo>")
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
    fn escapes_the_tilde_over_a_letter() {
        assert_eq!(
            safe_in_markdown("<mover><mi>y</mi><mo>~</mo></mover>, ~~gone~~"),
            "<mover><mi>y</mi><mo>&#126;</mo></mover>, ~~gone~~"
        );
    }

    #[test]
    fn leaves_a_text_without_formulas_alone() {
        let text = "An <annotation without an end.";
        assert_eq!(without_annotations(text), text);
    }
}
