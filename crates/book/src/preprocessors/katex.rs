//! KaTeX with a memory: while the book is served, a chapter, or a question of
//! a quiz, that did not change is not rendered again.
//!
//! Thousands of formulas take longer than everything else together, and an
//! edit touches one chapter. The result is that of mdbook-katex alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::{Mutex, PoisonError};

use anyhow::Result;
use mdbook_katex::preprocess::KatexProcessor;
use mdbook_preprocessor::book::{Book, Chapter};
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

/// Renders the formulas of the chapters that it has not seen yet.
pub struct Katex;

impl Preprocessor for Katex {
    fn name(&self) -> &'static str {
        "katex"
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let mut memory = MEMORY.lock().unwrap_or_else(PoisonError::into_inner);
        memory.start(settings(context));
        let mut sources = BTreeSet::new();
        book.for_each_chapter_mut(|chapter| {
            let unseen = pieces(&chapter.content)
                .into_iter()
                .filter(|piece| !memory.rendered.contains_key(*piece));
            sources.extend(unseen.map(str::to_owned));
        });
        let sources: Vec<String> = sources.into_iter().collect();
        let rendered = render(context, &sources)?;
        memory.rendered.extend(sources.into_iter().zip(rendered));
        book.for_each_chapter_mut(|chapter| {
            let rendered = pieces(&chapter.content)
                .into_iter()
                .map(|piece| memory.rendered.get(piece).map_or(piece, String::as_str));
            chapter.content = rendered.collect();
        });
        Ok(book)
    }
}

/// A chapter, cut before and after each question of a quiz: a question stands
/// on its page and in the review, and is rendered once.
fn pieces(content: &str) -> Vec<&str> {
    const CUTS: [&str; 2] = ["<fieldset class=\"question\"", "<li data-id="];
    let mut pieces = Vec::new();
    let mut start = 0;
    for line in content.split_inclusive('\n') {
        let end = start_of(content, line);
        if CUTS.iter().any(|cut| line.starts_with(cut)) && end > start {
            pieces.push(&content[start..end]);
            start = end;
        }
        if line.starts_with("</fieldset>") {
            pieces.push(&content[start..end + line.len()]);
            start = end + line.len();
        }
    }
    pieces.push(&content[start..]);
    pieces
}

fn start_of(content: &str, line: &str) -> usize {
    line.as_ptr() as usize - content.as_ptr() as usize
}

static MEMORY: Mutex<Memory> = Mutex::new(Memory {
    settings: String::new(),
    rendered: BTreeMap::new(),
});

/// What was rendered, by its source, under one set of settings.
struct Memory {
    settings: String,
    rendered: BTreeMap<String, String>,
}

impl Memory {
    /// Forgets everything when the settings are others than before.
    fn start(&mut self, settings: String) {
        if self.settings != settings {
            self.rendered.clear();
            self.settings = settings;
        }
    }
}

/// All that decides how a formula is rendered: the configuration, and the
/// file of macros that it names.
fn settings(context: &PreprocessorContext) -> String {
    let macros: Option<String> = context
        .config
        .get("preprocessor.katex.macros")
        .ok()
        .flatten();
    let macros = macros.map(|file| fs::read_to_string(context.root.join(file)).unwrap_or_default());
    format!("{:?} {macros:?}", context.config)
}

fn render(context: &PreprocessorContext, sources: &[String]) -> Result<Vec<String>> {
    let mut book = Book::new();
    for source in sources {
        let path = "formulas.md".into();
        book.push_item(Chapter {
            content: source.clone(),
            path: Some(path),
            ..Chapter::default()
        });
    }
    let mut rendered = Vec::new();
    KatexProcessor
        .run(context, book)?
        .for_each_chapter_mut(|chapter| rendered.push(std::mem::take(&mut chapter.content)));
    Ok(rendered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use mdbook_preprocessor::config::Config;

    fn rendered(config: &str, chapters: &[&str]) -> Vec<String> {
        let config: Config = config.parse().unwrap();
        let context = PreprocessorContext::new(".".into(), config, "html".into());
        let mut book = Book::new();
        for content in chapters {
            book.push_item(Chapter {
                content: (*content).into(),
                path: Some("chapter.md".into()),
                ..Chapter::default()
            });
        }
        let mut contents = Vec::new();
        Katex
            .run(&context, book)
            .unwrap()
            .for_each_chapter_mut(|chapter| contents.push(chapter.content.clone()));
        contents
    }

    #[test]
    fn a_chapter_is_cut_at_its_questions_and_nothing_is_lost() {
        let question =
            |id| format!("<fieldset class=\"question\" id=\"{id}\">\n$r$\n</fieldset>\n");
        let page = format!(
            "a\n<div>\n{}{}</div>\nb $x$\n",
            question("p"),
            question("q")
        );
        let pieces = pieces(&page);
        assert_eq!(pieces.concat(), page);
        assert_eq!(pieces[1..3], [question("p"), question("q")]);
        assert_eq!(super::pieces("no question"), ["no question"]);
    }

    #[test]
    fn renders_the_same_from_memory_and_anew_after_an_edit_or_another_setting() {
        let html = "[preprocessor.katex]\nno-css = true\noutput = \"html\"";
        let mathml = "[preprocessor.katex]\nno-css = true\noutput = \"mathml\"";

        let first = rendered(html, &["$r^2$", "prose"]);
        assert!(first[0].contains("katex-html"), "{}", first[0]);
        assert_eq!(first[1], "prose");
        assert_eq!(rendered(html, &["$r^2$", "prose"]), first);

        let edited = rendered(html, &["$r^3$", "prose"]);
        assert!(edited[0].contains(">3<") && !edited[0].contains(">2<"));

        let other = rendered(mathml, &["$r^2$"]);
        assert!(other[0].contains("<math") && !other[0].contains("katex-html"));
    }
}
