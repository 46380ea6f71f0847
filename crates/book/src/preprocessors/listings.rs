//! The preprocessor `dedent-listings`: moves an included part of a program to
//! the left margin.
//!
//! A page shows the body of `main`, four columns in, and a phone has few
//! columns to give away.

use anyhow::Result;
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

/// Removes the indentation that all visible lines of a Rust fence share.
pub struct DedentListings;

impl Preprocessor for DedentListings {
    fn name(&self) -> &'static str {
        "dedent-listings"
    }

    fn run(&self, _: &PreprocessorContext, mut book: Book) -> Result<Book> {
        book.for_each_chapter_mut(|chapter| {
            chapter.content = dedented(&chapter.content);
        });
        Ok(book)
    }
}

fn dedented(content: &str) -> String {
    let mut lines = content.split_inclusive('\n').peekable();
    let mut result = String::with_capacity(content.len());
    while let Some(line) = lines.next() {
        result.push_str(line);
        if line.starts_with("```rust") {
            let mut listing = Vec::new();
            while let Some(line) = lines.next_if(|line| !line.starts_with("```")) {
                listing.push(line);
            }
            push_dedented(&mut result, &listing);
        }
    }
    result
}

fn push_dedented(result: &mut String, listing: &[&str]) {
    let indentation = listing
        .iter()
        .filter(|line| is_visible(line))
        .map(|line| line.len() - line.trim_start_matches(' ').len())
        .min()
        .unwrap_or(0);
    for line in listing {
        let from = if is_visible(line) { indentation } else { 0 };
        result.push_str(&line[from..]);
    }
}

/// Neither blank nor hidden: mdBook hides a line that begins with `# `.
fn is_visible(line: &str) -> bool {
    !line.trim().is_empty() && line.trim_end() != "#" && !line.starts_with("# ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_the_visible_lines_to_the_margin_together() {
        let page = "```rust\n# fn main() {\n    for r in residuals {\n        print(r);\n\n    }\n# }\n```\n";
        let moved = "```rust\n# fn main() {\nfor r in residuals {\n    print(r);\n\n}\n# }\n```\n";
        assert_eq!(dedented(page), moved);
    }

    #[test]
    fn leaves_prose_and_other_fences_alone() {
        let page = "    indented\n\n```text\n    4 columns\n```\n\n```rust\nlet x = 1;\n```\n";
        assert_eq!(dedented(page), page);
    }
}
