//! All questions of the book: those of the quizzes and those of the
//! interviews, with what each consists of, as Markdown.
//!
//! Whatever is made of questions (progress, review, cards, a mock interview)
//! takes them from here, so that the pages stay the one place where a
//! question is written:
//!
//! ```
//! let pages = book::questions::read(&book::root())?;
//! let deep = pages
//!     .iter()
//!     .flat_map(|page| &page.interview)
//!     .filter(|question| question.level == book::quiz::Level::Deep);
//! assert!(deep.count() > 0);
//! # anyhow::Ok(())
//! ```

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use mdbook_driver::MDBook;
use mdbook_preprocessor::book::{Book, BookItem};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Parser, Tag, TagEnd};

use crate::quiz::fence::{Lines, options};
use crate::quiz::{self, Fault, Level, Question};

/// The attribute of a heading that says how many sources ask the question.
pub const SOURCES: &str = "data-sources";

/// A page and its questions.
#[derive(Clone, Debug)]
pub struct Page {
    /// The path relative to the root, `src/regression/huber.md`.
    pub path: String,
    /// Its name in the table of contents.
    pub title: String,
    /// The part of the table of contents that it belongs to.
    pub part: Option<String>,
    /// The questions of its quizzes, in order.
    pub quiz: Vec<Question>,
    /// Its interview questions, in order.
    pub interview: Vec<Interview>,
}

impl Page {
    /// The address in the site, `regression/huber.html`.
    #[must_use]
    pub fn address(&self) -> String {
        let path = self.path.strip_prefix("src/").unwrap_or(&self.path);
        path.strip_suffix(".md").unwrap_or(path).to_owned() + ".html"
    }
}

/// An interview question: a `###` heading and its four parts. The parts are
/// Markdown as the page has it, with its includes and relative links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interview {
    /// Its address.
    pub id: String,
    /// Its level.
    pub level: Level,
    /// The question.
    pub title: String,
    /// How many independent sources ask it, where that was counted.
    pub sources: Option<u32>,
    /// The short answer.
    pub short: String,
    /// What a strong candidate adds.
    pub depth: String,
    /// The next question, and its answer.
    pub follow_up: String,
    /// The wrong answer, and why it is wrong.
    pub trap: String,
    /// The line of the page, from 1.
    pub line: usize,
}

/// All questions of the book at `root`, page by page in the order of
/// `SUMMARY.md`; pages without questions are left out.
///
/// # Errors
///
/// When the book cannot be loaded, or a quiz is not right.
pub fn read(root: &Path) -> Result<Vec<Page>> {
    let book = MDBook::load(root)
        .with_context(|| format!("no book could be loaded from {}", root.display()))?
        .book;
    let (pages, mut faults) = of_book(&book);
    faults.extend(same_ids(&pages));
    if faults.is_empty() {
        return Ok(pages);
    }
    let list: Vec<String> = faults.iter().map(Fault::to_string).collect();
    bail!("these quizzes are not right:\n{}", list.join("\n"))
}

/// The questions of a book whose includes are not resolved yet, and what is
/// wrong with its quizzes.
#[must_use]
pub fn of_book(book: &Book) -> (Vec<Page>, Vec<Fault>) {
    let (mut pages, mut faults) = (Vec::new(), Vec::new());
    let mut part = None;
    for item in book.iter() {
        match item {
            BookItem::PartTitle(title) => part = Some(title.clone()),
            BookItem::Chapter(chapter) => {
                let Some(path) = &chapter.source_path else {
                    continue;
                };
                let path = format!("src/{}", path.to_string_lossy());
                let (quiz, wrong) = quiz::read(&path, &chapter.content);
                faults.extend(wrong);
                let interview = interview(&chapter.content);
                if !quiz.is_empty() || !interview.is_empty() {
                    pages.push(Page {
                        path,
                        title: chapter.name.clone(),
                        part: part.clone(),
                        quiz,
                        interview,
                    });
                }
            }
            BookItem::Separator => {}
        }
    }
    (pages, faults)
}

/// Questions with the id of another one, on whatever page it is.
#[must_use]
pub fn same_ids(pages: &[Page]) -> Vec<Fault> {
    let mut seen: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    for page in pages {
        for question in &page.interview {
            seen.insert(&question.id, (&page.path, question.line));
        }
    }
    let mut faults = Vec::new();
    for page in pages {
        for question in &page.quiz {
            match seen.get(question.id.as_str()) {
                Some((first, line)) => {
                    faults.push(quiz::same_id(&page.path, question, first, *line));
                }
                None => {
                    seen.insert(&question.id, (&page.path, question.line));
                }
            }
        }
    }
    faults
}

/// The interview questions of a page: `###` headings with an id and a level.
#[must_use]
pub fn interview(text: &str) -> Vec<Interview> {
    let mut found: Vec<Interview> = Vec::new();
    let mut bodies: Vec<(usize, usize)> = Vec::new();
    let mut open: Option<Interview> = None;
    let mut is_heading = false;
    let mut lines = Lines::of(text);
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading {
                level,
                id,
                classes,
                attrs,
            }) => {
                if bodies.len() == found.len()
                    && let Some(last) = bodies.last_mut()
                    && last.1 == text.len()
                    && level <= HeadingLevel::H3
                {
                    last.1 = range.start;
                }
                let name = classes.iter().find_map(|it| Level::by_name(it));
                if let (HeadingLevel::H3, Some(id), Some(name)) = (level, id, name) {
                    is_heading = true;
                    open = Some(Interview {
                        id: id.into_string(),
                        level: name,
                        title: String::new(),
                        sources: sources(&attrs),
                        short: String::new(),
                        depth: String::new(),
                        follow_up: String::new(),
                        trap: String::new(),
                        line: lines.at(range.start),
                    });
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(question) = open.take() {
                    found.push(question);
                    bodies.push((range.end, text.len()));
                }
                is_heading = false;
            }
            Event::Text(words) | Event::Code(words) if is_heading => {
                if let Some(question) = &mut open {
                    question.title += &words;
                }
            }
            _ => {}
        }
    }
    for (question, (start, end)) in found.iter_mut().zip(bodies) {
        fill(question, &text[start..end]);
    }
    found
}

/// The number in `data-sources=4`.
fn sources(attributes: &[(CowStr<'_>, Option<CowStr<'_>>)]) -> Option<u32> {
    let (_, value) = attributes.iter().find(|(name, _)| &**name == SOURCES)?;
    value.as_ref()?.parse().ok()
}

/// Distributes what stands below a heading among the parts.
fn fill(question: &mut Interview, body: &str) {
    let mut part = &mut question.short;
    for line in body.split_inclusive('\n') {
        let rest = if let Some(rest) = line.strip_prefix("**Depth.**") {
            part = &mut question.depth;
            rest
        } else if let Some(rest) = line.strip_prefix("**Follow-up.**") {
            part = &mut question.follow_up;
            rest
        } else if let Some(rest) = line.strip_prefix("**Trap.**") {
            part = &mut question.trap;
            rest
        } else {
            line
        };
        part.push_str(rest);
    }
    for part in [
        &mut question.short,
        &mut question.depth,
        &mut question.follow_up,
        &mut question.trap,
    ] {
        *part = part.trim().to_owned();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# Huber\n\n## Interview questions\n\n### What is `huber`? {#huber-what .screen data-sources=9}\n\n\
        Short.\nShorter.\n\n**Depth.** More.\n\n```text\nx\n```\n\n**Follow-up.** *Next?*\nIts answer.\n\n\
        **Trap.** \"Wrong.\"\n\n### Another? {#huber-another .deep}\n\nYes.\n\n**Depth.** D.\n\n\
        **Follow-up.** F.\n\n**Trap.** T.\n\n### No question\n\n## References\n\nA book.\n";

    #[test]
    fn an_interview_question_is_taken_apart() {
        let questions = interview(PAGE);
        assert_eq!(questions.len(), 2);
        assert_eq!(
            questions[0],
            Interview {
                id: "huber-what".into(),
                level: Level::Screen,
                title: "What is huber?".into(),
                sources: Some(9),
                short: "Short.\nShorter.".into(),
                depth: "More.\n\n```text\nx\n```".into(),
                follow_up: "*Next?*\nIts answer.".into(),
                trap: "\"Wrong.\"".into(),
                line: 5,
            }
        );
        assert_eq!(questions[1].trap, "T.");
        assert_eq!(questions[1].sources, None);
    }

    #[test]
    fn this_book_has_its_questions_with_all_their_parts() {
        let pages = read(&crate::root()).unwrap();
        let huber = pages.iter().find(|it| it.path == "src/regression/huber.md");
        let huber = huber.unwrap();
        assert_eq!(huber.address(), "regression/huber.html");
        assert_eq!(huber.part.as_deref(), Some("Regression"));
        for page in &pages {
            for question in &page.interview {
                let parts = [
                    &question.title,
                    &question.short,
                    &question.depth,
                    &question.follow_up,
                    &question.trap,
                ];
                assert!(parts.iter().all(|it| !it.is_empty()), "{question:?}");
            }
        }
    }

    #[test]
    fn a_quiz_may_not_take_the_id_of_an_interview_question() {
        let text = "```quiz\n[[question]]\nid = \"huber-what\"\nlevel = \"core\"\ntype = \"aloud\"\n\
                    ask = \"?\"\nanswer = \"so\"\nrubric = [\"says so\"]\n```\n";
        let (quiz, faults) = quiz::read("src/regression/huber.md", text);
        assert_eq!(faults, []);
        let pages = [Page {
            path: "src/regression/huber.md".into(),
            title: "Huber".into(),
            part: None,
            quiz,
            interview: interview(PAGE),
        }];
        let faults = same_ids(&pages);
        assert_eq!(faults.len(), 1);
        assert!(
            faults[0].to_string().contains(
                "question huber-what: it has the id of the question at src/regression/huber.md:5"
            ),
            "{}",
            faults[0]
        );
    }
}
