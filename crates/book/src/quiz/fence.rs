//! Where the quizzes of a page stand.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// A ` ```quiz ` fence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fence {
    /// The fence with its marks.
    pub whole: Range<usize>,
    /// What is between the marks.
    pub content: Range<usize>,
    /// The line of the page on which the content begins, from 1.
    pub line: usize,
}

/// The quizzes of a page, in order.
#[must_use]
pub fn fences(text: &str) -> Vec<Fence> {
    // Most pages while somebody edits have been looked at before.
    if !text.contains("```quiz") {
        return Vec::new();
    }
    let mut fences = Vec::new();
    let mut open: Option<(Range<usize>, Option<Range<usize>>)> = None;
    let mut lines = Lines::of(text);
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if &*info == "quiz" => {
                open = Some((range, None));
            }
            Event::Text(_) => {
                if let Some((_, content)) = &mut open {
                    let start = content.as_ref().map_or(range.start, |it| it.start);
                    *content = Some(start..range.end);
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some((whole, content)) = open.take() {
                    let content = content.unwrap_or(whole.end..whole.end);
                    fences.push(Fence {
                        whole,
                        line: lines.at(content.start),
                        content,
                    });
                }
            }
            _ => {}
        }
    }
    fences
}

/// The lines of places in a text that are asked for in order: each part of
/// the text is counted once, however many places there are.
pub(crate) struct Lines<'a> {
    text: &'a str,
    counted: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self {
            text,
            counted: 0,
            line: 1,
        }
    }

    /// The line of the byte at `offset`, from 1; not before the last one asked
    /// for.
    pub(crate) fn at(&mut self, offset: usize) -> usize {
        let more = &self.text.as_bytes()[self.counted..offset.max(self.counted)];
        self.line += more.iter().filter(|&&byte| byte == b'\n').count();
        self.counted += more.len();
        self.line
    }
}

/// The Markdown of the book, as mdBook reads it, and formulas.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_MATH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_markdown_has_what_mdbook_has_and_formulas() {
        let html = |text: &str| {
            let mut html = String::new();
            pulldown_cmark::html::push_html(&mut html, Parser::new_ext(text, options()));
            html
        };
        for (text, made) in [
            ("a|b\n-|-\nc|d\n", "<table>"),
            ("a[^1]\n\n[^1]: b\n", "footnote-definition"),
            ("~~a~~\n", "<del>"),
            ("- [x] a\n", "checkbox"),
            ("# a {#b}\n", "id=\"b\""),
            ("a\n: b\n", "<dl>"),
            ("> [!NOTE]\n> a\n", "markdown-alert-note"),
            ("$a$\n", "math-inline"),
        ] {
            assert!(html(text).contains(made), "{text}: {}", html(text));
        }
    }

    #[test]
    fn lines_are_counted_once_however_often_one_asks() {
        let mut lines = Lines::of("a\nb\n\nc");
        assert_eq!(
            [0, 2, 2, 4, 5].map(|offset| lines.at(offset)),
            [1, 2, 2, 3, 4]
        );
    }

    #[test]
    fn quizzes_are_found_but_not_those_that_are_shown() {
        let page = "# A\n\n```quiz\nx = 1\n\ny = 2\n```\n\n````markdown\n```quiz\nshown\n```\n````\n\n```quiz\n```\n";
        let found = fences(page);
        assert_eq!(found.len(), 2);
        assert_eq!(&page[found[0].content.clone()], "x = 1\n\ny = 2\n");
        assert_eq!(found[0].line, 4);
        assert!(page[found[0].whole.clone()].ends_with("```"));
        assert_eq!(&page[found[1].content.clone()], "");
    }
}
