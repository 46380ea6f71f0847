//! The questions of the review, a file for each chapter.
//!
//! The review asks a few questions of the whole book, so its page holds none:
//! `src/study/review.js` fetches the files of those that were answered. They
//! are scripts, because a page in a folder may load nothing else.

use anyhow::{Context, Result, ensure};

use super::named::{File, stamp};
use super::tags::{Piece, attribute, name, pieces};

/// A page without the questions of its chapters, and the files that hold them:
/// scripts that put them, by their own name, into `reviewQuestions`.
pub struct Apart {
    pub page: String,
    pub files: Vec<File>,
}

/// Takes the questions out of a page's quizzes that name the chapter they come
/// from. What is left of a quiz are that name, the questions' names, and the
/// file that brings them.
///
/// # Errors
///
/// When a quiz has no end, or names no chapter.
pub fn apart(html: &str) -> Result<Apart> {
    let mut page = String::with_capacity(html.len());
    let mut files = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find(OPENING) {
        page.push_str(&rest[..start]);
        let heading_end = start
            + rest[start..]
                .find("</p>")
                .context("a quiz's chapter has no end")?
            + "</p>".len();
        let heading = &rest[start + QUIZ.len()..heading_end];
        let length = inner_length(&rest[heading_end..])?;
        let questions = rest[heading_end..heading_end + length].trim();
        rest = &rest[heading_end + length..];

        let name = file_name(heading, questions)?;
        let ids: Vec<&str> = pieces(questions).filter_map(id_of_question).collect();
        page.push_str(&format!(
            "<div class=\"quiz\" data-file=\"{name}\" data-questions=\"{}\">{heading}",
            ids.join(" ")
        ));
        let text = format!(
            "(window.reviewQuestions ??= {{}})[{}] = {};\n",
            serde_json::to_string(&name)?,
            serde_json::to_string(questions)?
        );
        files.push(File { name, text });
    }
    page.push_str(rest);
    Ok(Apart { page, files })
}

const QUIZ: &str = "<div class=\"quiz\">";
const OPENING: &str = "<div class=\"quiz\">\n<p class=\"quiz-page\">";

/// How far it is to the end tag of the `<div>` that the text is in.
fn inner_length(html: &str) -> Result<usize> {
    let mut depth = 0;
    let mut length = 0;
    for piece in pieces(html) {
        let (Piece::Tag(text) | Piece::Text(text)) = piece;
        match piece {
            Piece::Tag(tag) if name(tag) == "div" => depth += 1,
            Piece::Tag("</div>") if depth == 0 => return Ok(length),
            Piece::Tag("</div>") => depth -= 1,
            _ => {}
        }
        length += text.len();
    }
    anyhow::bail!("a quiz has no end")
}

fn id_of_question(piece: Piece<'_>) -> Option<&str> {
    match piece {
        Piece::Tag(tag) if attribute(tag, "class") == Some("question") => attribute(tag, "id"),
        _ => None,
    }
}

/// `questions.regression.mse-8f434346.js` for a heading that links to
/// `../regression/mse.html#quiz`.
fn file_name(heading: &str, questions: &str) -> Result<String> {
    let address = pieces(heading)
        .find_map(|piece| match piece {
            Piece::Tag(tag) => attribute(tag, "href"),
            Piece::Text(_) => None,
        })
        .context("a quiz names no chapter")?;
    let path = address
        .trim_start_matches("../")
        .split(".html")
        .next()
        .unwrap_or_default();
    ensure!(
        !path.is_empty(),
        "a quiz leads to {address}, which is no chapter"
    );
    Ok(format!(
        "questions.{}-{}.js",
        path.replace('/', "."),
        stamp(questions)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_questions_of_each_chapter_go_into_a_file() {
        let html = "<main><div class=\"quiz\">\n<p class=\"quiz-page\"><a href=\"../a/b.html#quiz\">B</a></p>\n\
                    <fieldset class=\"question\" id=\"one\"><div>1</div></fieldset>\
                    <fieldset class=\"question\" id=\"two\"></fieldset></div>\n<p>End.</p></main>";
        let Apart { page, files } = apart(html).unwrap();
        let [File { name, text }] = files.as_slice() else {
            panic!("{} files", files.len())
        };
        assert!(name.starts_with("questions.a.b-"), "{name}");
        assert_eq!(
            page,
            format!(
                "<main><div class=\"quiz\" data-file=\"{name}\" data-questions=\"one two\">\n\
                 <p class=\"quiz-page\"><a href=\"../a/b.html#quiz\">B</a></p></div>\n<p>End.</p></main>"
            )
        );
        assert_eq!(
            *text,
            format!("(window.reviewQuestions ??= {{}})[\"{name}\"] = ")
                + "\"<fieldset class=\\\"question\\\" id=\\\"one\\\"><div>1</div></fieldset>\
                 <fieldset class=\\\"question\\\" id=\\\"two\\\"></fieldset>\";\n"
        );
    }

    #[test]
    fn a_quiz_of_the_page_itself_stays() {
        let html =
            "<div class=\"quiz\">\n<fieldset class=\"question\" id=\"one\"></fieldset></div>";
        let Apart { page, files } = apart(html).unwrap();
        assert_eq!((page.as_str(), files.len()), (html, 0));
    }

    #[test]
    fn a_quiz_without_end_is_an_error() {
        let error = |html: &str| {
            apart(&format!("{OPENING}{html}"))
                .err()
                .unwrap()
                .to_string()
        };
        assert_eq!(
            error("<a href=\"a.html\">A</a>"),
            "a quiz's chapter has no end"
        );
        assert_eq!(
            error("<a href=\"a.html\">A</a></p><div></div>"),
            "a quiz has no end"
        );
        assert_eq!(error("A</p></div>"), "a quiz names no chapter");
        assert_eq!(
            error("<a href=\"../.html\">A</a></p></div>"),
            "a quiz leads to ../.html, which is no chapter"
        );
    }
}
