//! The preprocessor `quiz`: makes forms of the ` ```quiz ` fences.
//!
//! It runs after `links` and before `katex`, so that a formula in a question
//! is rendered like one in the text.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use mdbook_preprocessor::book::{Book, Chapter};
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

use crate::questions::interview;
use crate::quiz::{self, Fault, Question, collection, fences, render};

/// Stands on a page for a list of all questions.
pub const INDEX: &str = "<!-- quiz: index -->";
/// Stands on a page for how many questions there are, by page and by level.
pub const COUNTS: &str = "<!-- quiz: counts -->";
/// Stands on a page for all questions, whole.
pub const ALL: &str = "<!-- quiz: all -->";

/// Stands on a page for a list of all interview questions.
pub const INTERVIEWS: &str = "<!-- interview: index -->";

/// Stands on a page for the interview questions that most sources ask.
pub const MOST_ASKED: &str = "<!-- interview: most asked -->";

/// Renders every quiz, and refuses a book with one that is not right.
pub struct Quiz;

impl Preprocessor for Quiz {
    fn name(&self) -> &'static str {
        "quiz"
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let source = context.root.join(&context.config.book.src);
        let mut faults = Vec::new();
        let mut pages = Vec::new();
        let mut interviews = Vec::new();
        book.for_each_chapter_mut(|chapter| {
            let page = page(chapter);
            let questions = interview(&chapter.content);
            if !questions.is_empty() {
                interviews.push(collection::InterviewPage {
                    path: page.trim_start_matches("src/").to_owned(),
                    title: chapter.name.clone(),
                    questions,
                });
            }
            match rendered(&page, &chapter.content) {
                Ok((content, questions)) => {
                    chapter.content = content;
                    if !questions.is_empty() {
                        pages.push(collection::Page {
                            path: page.trim_start_matches("src/").to_owned(),
                            title: chapter.name.clone(),
                            questions,
                        });
                    }
                }
                Err(wrong) => faults.extend(in_file(&source, chapter, &page).unwrap_or(wrong)),
            }
        });
        if !faults.is_empty() {
            let list: Vec<String> = faults.iter().map(Fault::to_string).collect();
            bail!("these quizzes are not right:\n{}", list.join("\n"))
        }
        book.for_each_chapter_mut(|chapter| {
            let from = page(chapter);
            let from = from.trim_start_matches("src/");
            let lists: [(&str, &dyn Fn() -> String); 5] = [
                (INDEX, &|| collection::index(&pages, from)),
                (COUNTS, &|| collection::counts(&pages, from)),
                (ALL, &|| collection::all(&pages, from)),
                (INTERVIEWS, &|| collection::interviews(&interviews, from)),
                (MOST_ASKED, &|| collection::most_asked(&interviews, from)),
            ];
            for (mark, list) in lists {
                if chapter.content.contains(mark) {
                    chapter.content = chapter.content.replace(mark, &list());
                }
            }
        });
        Ok(book)
    }
}

fn page(chapter: &Chapter) -> String {
    let path = chapter.source_path.as_ref().or(chapter.path.as_ref());
    path.map_or_else(
        || chapter.name.clone(),
        |path| format!("src/{}", path.to_string_lossy()),
    )
}

/// The chapter with forms in the place of its quizzes, and their questions.
fn rendered(page: &str, content: &str) -> Result<(String, Vec<Question>), Vec<Fault>> {
    let mut result = String::with_capacity(content.len());
    let mut all = Vec::new();
    let mut end = 0;
    for fence in fences(content) {
        let toml = &content[fence.content.clone()];
        let (questions, faults) = quiz::format::parse(page, toml, fence.line);
        if !faults.is_empty() {
            return Err(faults);
        }
        result += &content[end..fence.whole.start];
        result += &render::form(&questions, all.len() + 1);
        all.extend(questions);
        end = fence.whole.end;
    }
    Ok((result + &content[end..], all))
}

/// The same faults with the lines of the file: with its includes a chapter
/// has others.
fn in_file(source: &Path, chapter: &Chapter, page: &str) -> Option<Vec<Fault>> {
    let text = fs::read_to_string(source.join(chapter.source_path.as_ref()?)).ok()?;
    let (_, faults) = quiz::read(page, &text);
    (!faults.is_empty()).then_some(faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUIZ: &str = "```quiz\n[[question]]\nid = \"mse-quiz-a\"\nlevel = \"core\"\ntype = \"aloud\"\n\
                        ask = \"Why $r^2$?\"\nanswer = \"So.\"\nrubric = [\"says so\"]\n```\n";

    #[test]
    fn the_questions_of_several_fences_are_numbered_through() {
        let page = format!(
            "before\n\n{QUIZ}\nbetween\n\n{}",
            QUIZ.replace("quiz-a", "quiz-b")
        );
        let (rendered, _) = rendered("src/regression/mse.md", &page).unwrap();
        assert!(
            rendered.starts_with("before\n\n<div class=\"quiz\">\n"),
            "{rendered}"
        );
        assert!(rendered.contains("<b>1.</b> Why $r^2$?"), "{rendered}");
        assert!(
            rendered.contains("</div>\n\n\nbetween\n\n<div"),
            "{rendered}"
        );
        assert!(
            rendered.contains("<b>2.</b>") && !rendered.contains("```"),
            "{rendered}"
        );
    }

    #[test]
    fn a_page_without_a_quiz_is_left_alone() {
        let page = "# A\n\n~~~\n```quiz\n~~~\n";
        assert_eq!(rendered("src/a.md", page).unwrap().0, page);
    }

    #[test]
    fn a_page_may_show_all_questions_of_the_book() {
        let mut book = Book::new();
        for (path, content) in [
            ("regression/mse.md", QUIZ.to_owned()),
            (
                "study/all.md",
                format!("# All\n\n{COUNTS}\n\n{INDEX}\n\n{ALL}\n"),
            ),
        ] {
            book.push_item(Chapter {
                name: format!("Page {path}"),
                content,
                path: Some(path.into()),
                source_path: Some(path.into()),
                ..Chapter::default()
            });
        }
        let context = PreprocessorContext::new(".".into(), Default::default(), "html".into());
        let mut contents = Vec::new();
        Quiz.run(&context, book)
            .unwrap()
            .for_each_chapter_mut(|chapter| contents.push(chapter.content.clone()));
        let all = &contents[1];
        assert!(
            all.contains("href=\"../regression/mse.html#mse-quiz-a\""),
            "{all}"
        );
        assert!(
            all.contains("<fieldset class=\"question\" id=\"mse-quiz-a\""),
            "{all}"
        );
        assert!(!all.contains("<!-- quiz"), "{all}");
    }

    #[test]
    fn a_quiz_that_is_not_right_stops_the_build_with_the_line_of_the_file() {
        let root = tempfile::tempdir().unwrap();
        let page = format!(
            "# A\n\n{{{{#include b}}}}\n\n{}",
            QUIZ.replace("ask =", "asks =")
        );
        fs::create_dir_all(root.path().join("src")).unwrap();
        fs::write(root.path().join("src/mse.md"), &page).unwrap();
        let mut book = Book::new();
        let path = std::path::PathBuf::from("mse.md");
        book.push_item(Chapter {
            content: page.replace("{{#include b}}", "many\nlines"),
            path: Some(path.clone()),
            source_path: Some(path),
            ..Chapter::default()
        });
        let context =
            PreprocessorContext::new(root.path().into(), Default::default(), "html".into());

        let refusal = Quiz.run(&context, book).unwrap_err().to_string();

        assert!(
            refusal.contains("src/mse.md:10: question mse-quiz-a: unknown field `asks`"),
            "{refusal}"
        );
        assert!(refusal.contains("remedy: "), "{refusal}");
    }
}
