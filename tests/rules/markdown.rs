//! Markdown, read as mdBook reads it, and formulas with it.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

/// The events of a page, each with its place; text comes in one piece.
pub fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    TextMergeWithOffset::new(Parser::new_ext(text, options()).into_offset_iter())
}

/// The options of mdBook, and formulas.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_MATH
}

/// A heading.
#[derive(Clone, Debug)]
pub struct Heading {
    /// From 1 for the title of the page.
    pub level: usize,
    /// The words, without markup.
    pub title: String,
    /// The id and the classes in braces after it.
    pub id: Option<String>,
    pub classes: Vec<String>,
    pub has_formula: bool,
    /// The heading itself.
    pub range: Range<usize>,
    /// From the heading to the next one of its level or a higher one.
    pub section: Range<usize>,
}

/// The headings of a page, in order.
pub fn headings(text: &str) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let mut is_open = false;
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::Heading {
                level, id, classes, ..
            }) => {
                is_open = true;
                headings.push(Heading {
                    level: number(level),
                    title: String::new(),
                    id: id.map(|it| it.to_string()),
                    classes: classes.iter().map(ToString::to_string).collect(),
                    has_formula: false,
                    section: range.start..text.len(),
                    range,
                });
            }
            Event::End(TagEnd::Heading(_)) => is_open = false,
            Event::Text(words) | Event::Code(words) if is_open => {
                headings.last_mut().expect("one is open").title += &words;
            }
            Event::InlineMath(_) | Event::DisplayMath(_) if is_open => {
                headings.last_mut().expect("one is open").has_formula = true;
            }
            _ => {}
        }
    }
    for position in 0..headings.len() {
        let level = headings[position].level;
        let next = headings[position + 1..].iter().find(|it| it.level <= level);
        if let Some(end) = next.map(|it| it.range.start) {
            headings[position].section.end = end;
        }
    }
    headings
}

/// The `##` section with this title.
pub fn section(text: &str, title: &str) -> Option<Range<usize>> {
    headings(text)
        .into_iter()
        .find(|it| it.level == 2 && it.title == title)
        .map(|it| it.section)
}

fn number(level: HeadingLevel) -> usize {
    level as usize
}

/// A block of code between fences, or indented.
#[derive(Clone, Debug)]
pub struct CodeBlock {
    /// The words after the opening fence; `None` for an indented block.
    pub info: Option<String>,
    /// What is between the fences.
    pub content: String,
    pub range: Range<usize>,
}

impl CodeBlock {
    /// The language, the first word of the info string.
    pub fn language(&self) -> &str {
        let info = self.info.as_deref().unwrap_or_default();
        info.split([',', ' ']).next().unwrap_or_default()
    }
}

/// The blocks of code of a page, in order.
pub fn code_blocks(text: &str) -> Vec<CodeBlock> {
    let mut blocks: Vec<CodeBlock> = Vec::new();
    let mut is_open = false;
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                is_open = true;
                blocks.push(CodeBlock {
                    info: match kind {
                        pulldown_cmark::CodeBlockKind::Fenced(info) => Some(info.to_string()),
                        pulldown_cmark::CodeBlockKind::Indented => None,
                    },
                    content: String::new(),
                    range,
                });
            }
            Event::End(TagEnd::CodeBlock) => is_open = false,
            Event::Text(code) if is_open => {
                blocks.last_mut().expect("one is open").content += &code;
            }
            _ => {}
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_have_their_attributes_and_sections() {
        let text = "# A `b`\n\n## Why $x$? {#why .core}\n\nwords\n\n## Next\n";
        let headings = headings(text);
        assert_eq!(headings[0].title, "A b");
        assert_eq!(headings[0].section, 0..text.len());
        assert_eq!(headings[1].id.as_deref(), Some("why"));
        assert_eq!(headings[1].classes, ["core"]);
        assert!(headings[1].has_formula);
        assert_eq!(&text[section(text, "Next").unwrap()], "## Next\n");
    }

    #[test]
    fn code_blocks_have_their_language() {
        let blocks = code_blocks("```rust,ignore\nx\n```\n\nwords\n\n    indented\n");
        assert_eq!(blocks[0].language(), "rust");
        assert_eq!(blocks[0].content, "x\n");
        assert_eq!(blocks[1].info, None);
    }
}
