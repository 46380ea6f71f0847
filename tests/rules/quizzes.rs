//! Every page with interview questions has a quiz, and the quizzes are right.
//!
//! The build refuses a quiz that cannot be read; this rule also asks for the
//! mix: six to twelve questions, a third of them about reasons, and two about
//! numbers in a chapter. Whether the numbers are right is computed by
//! `cargo book quizzes`.

use book::questions::{self, Page};
use book::quiz::ledger::Ledger;
use book::quiz::{self, Fault, Kind, Question};

use crate::document::Document;
use crate::finding::Finding;
use crate::manuscript::Manuscript;
use crate::markdown::headings;

const FEWEST: usize = 6;
const MOST: usize = 12;
const FEWEST_NUMBERS: usize = 2;

/// Quizzes are where they belong, whole, mixed, and their ids are kept.
pub fn check(manuscript: &Manuscript) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut pages = Vec::new();
    for page in &manuscript.pages {
        let (questions, faults) = quiz::read(&page.path, &page.text);
        let is_whole = faults.is_empty();
        findings.extend(faults.into_iter().map(finding));
        findings.extend(misplaced(page));
        if is_whole && !questions.is_empty() {
            let is_chapter = manuscript.chapters().any(|it| it.path == page.path);
            findings.extend(mix(page, &questions, is_chapter));
        }
        pages.push(Page {
            path: page.path.clone(),
            title: String::new(),
            part: None,
            quiz: questions,
            interview: questions::interview(&page.text),
        });
    }
    findings.extend(questions::same_ids(&pages).into_iter().map(finding));
    findings.extend(missing(manuscript, &pages));
    // A question that cannot be read is not one that is gone.
    if findings.is_empty() {
        match Ledger::read(&manuscript.root) {
            Ok(ledger) => {
                let faults = ledger.faults(&quiz::ledger::used(&pages));
                findings.extend(faults.into_iter().map(finding));
            }
            Err(error) => findings.push(Finding::in_file(
                quiz::ledger::LEDGER,
                format!("{error:#}"),
                "restore it",
            )),
        }
    }
    findings
}

fn finding(fault: Fault) -> Finding {
    Finding {
        problem: fault.described(),
        file: fault.page,
        line: fault.line,
        remedy: fault.remedy,
    }
}

/// A reader, and the scripts, look for quizzes in one place.
fn misplaced(page: &Document) -> Vec<Finding> {
    let sections: Vec<_> = headings(&page.text)
        .into_iter()
        .filter(|it| it.level == 2 && it.title == "Quiz")
        .collect();
    let outside = quiz::fences(&page.text).into_iter().filter(|fence| {
        !sections
            .iter()
            .any(|it| it.section.contains(&fence.whole.start))
    });
    outside
        .map(|fence| {
            page.finding(
                fence.whole.start,
                "the quiz stands outside of the section Quiz",
                "put it under `## Quiz`, after the interview questions",
            )
        })
        .collect()
}

fn mix(page: &Document, questions: &[Question], is_chapter: bool) -> Vec<Finding> {
    let n_questions = questions.len();
    let n_concepts = questions.iter().filter(|it| it.concept).count();
    let is_number = |it: &&Question| matches!(it.kind, Kind::Number { .. });
    let n_numbers = questions.iter().filter(is_number).count();
    let at = |problem: String, remedy: &str| Finding {
        file: page.path.clone(),
        line: questions[0].line,
        problem,
        remedy: remedy.to_owned(),
    };
    let mut findings = Vec::new();
    if !(FEWEST..=MOST).contains(&n_questions) {
        findings.push(at(
            format!("the quiz has {n_questions} questions, not {FEWEST} to {MOST}"),
            "a reader does it in ten minutes: CONTRIBUTING.md says how to add a quiz question",
        ));
    }
    if n_concepts * 3 < n_questions {
        findings.push(at(
            format!("{n_concepts} of {n_questions} questions ask for a reason, not a third"),
            "ask why, and mark such questions with concept = true",
        ));
    }
    if is_chapter && n_numbers < FEWEST_NUMBERS {
        findings.push(at(
            format!("{n_numbers} questions ask for a number, not {FEWEST_NUMBERS}"),
            "add a question of type number, whose answer the build computes",
        ));
    }
    findings
}

/// Chapters, and pages with interview questions, that have no quiz.
fn missing(manuscript: &Manuscript, pages: &[Page]) -> Vec<Finding> {
    let is_chapter = |path: &str| manuscript.chapters().any(|it| it.path == path);
    pages
        .iter()
        .filter(|it| !it.interview.is_empty() || is_chapter(&it.path))
        .filter(|it| !has_quiz(manuscript, &it.path))
        .map(|it| {
            Finding::in_file(
                &it.path,
                "the page has interview questions and no quiz",
                "add `## Quiz` after them: CONTRIBUTING.md says how to add a quiz question",
            )
        })
        .collect()
}

fn has_quiz(manuscript: &Manuscript, path: &str) -> bool {
    let page = manuscript.pages.iter().find(|page| page.path == path);
    page.is_some_and(|page| !quiz::fences(&page.text).is_empty())
}

/// The texts of the quizzes of a page, each as a document in which it stands
/// on its line, for the rules that read prose.
pub fn texts(page: &Document) -> Vec<Document> {
    let (questions, _) = quiz::read(&page.path, &page.text);
    questions.iter().flat_map(|it| texts_of(page, it)).collect()
}

/// The texts of one question, in the same way.
pub fn texts_of(page: &Document, question: &Question) -> Vec<Document> {
    let document = |text: &&quiz::Text| Document {
        path: page.path.clone(),
        text: "\n".repeat(text.line - 1) + &text.markdown,
    };
    question.texts().iter().map(document).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{CHAPTER, Draft, QUIZ};
    use crate::finding::assert_clean;

    #[test]
    fn this_book_has_sound_quizzes() {
        assert_clean(
            "every page with interview questions has a quiz: whole, mixed, with ids that are kept",
            check(Manuscript::this_book()),
        );
    }

    #[test]
    fn rejects_a_chapter_without_a_quiz() {
        Draft::new()
            .replace(CHAPTER, QUIZ, "")
            .rejected_by(check)
            .at_file(CHAPTER)
            .saying("no quiz")
            .with_remedy("CONTRIBUTING.md");
    }

    #[test]
    fn rejects_any_page_with_interview_questions_and_no_quiz() {
        let page = "src/interview/why.md";
        let text = "# Why\n\n## Interview questions\n\n### Why? {#why-a .core}\n\nSo.\n";
        Draft::new()
            .append("SUMMARY.md", "- [Why](interview/why.md)\n")
            .write(page, text)
            .rejected_by(check)
            .at_file(page)
            .saying("no quiz");
    }

    #[test]
    fn rejects_a_quiz_that_cannot_be_read_with_page_line_and_question() {
        Draft::new()
            .replace(CHAPTER, "rubric = [\"says d\"]", "rubrik = []")
            .rejected_by(check)
            .at(CHAPTER, "rubrik")
            .saying("question mse-quiz-d: unknown field `rubrik`");
    }

    #[test]
    fn rejects_an_id_that_is_there_twice() {
        Draft::new()
            .replace(CHAPTER, "\"mse-quiz-d\"", "\"mse-quiz-c\"")
            .rejected_by(check)
            .saying("it has the id of the question at src/regression/mse.md:");
    }

    #[test]
    fn rejects_the_id_of_an_interview_question() {
        Draft::new()
            .replace(CHAPTER, "\"mse-quiz-d\"", "\"mse-a\"")
            .rejected_by(check)
            .saying("question mse-a: it has the id");
    }

    #[test]
    fn rejects_too_few_questions() {
        let text = Draft::new().text(CHAPTER);
        let start = text.find("[[question]]\nid = \"mse-quiz-d\"").unwrap();
        let end = start + text[start..].find("```").unwrap();
        Draft::new()
            .replace(CHAPTER, &text[start..end], "")
            .rejected_by(check)
            .saying("5 questions, not 6 to 12");
    }

    #[test]
    fn rejects_too_few_questions_about_reasons() {
        Draft::new()
            .replace(CHAPTER, "concept = true\n", "")
            .rejected_by(check)
            .saying("0 of 6 questions ask for a reason");
    }

    #[test]
    fn rejects_a_chapter_with_too_few_numbers() {
        let number = "type = \"number\"\nask = \"Of 3?\"\nanswer = \"9\"\nproof = \"3.0_f64.powi(2)\"\nwhy = \"so\"\n";
        let aloud = "type = \"aloud\"\nask = \"Why?\"\nanswer = \"so\"\nrubric = [\"so\"]\n";
        Draft::new()
            .replace(CHAPTER, number, aloud)
            .rejected_by(check)
            .saying("0 questions ask for a number, not 2");
    }

    #[test]
    fn rejects_a_quiz_in_another_section() {
        Draft::new()
            .replace(CHAPTER, "## Quiz", "## Questions")
            .rejected_by(check)
            .at(CHAPTER, "```quiz")
            .saying("outside of the section Quiz");
    }

    #[test]
    fn rejects_an_id_that_is_not_in_the_ledger_retired_or_gone() {
        let ledger = quiz::ledger::LEDGER;
        Draft::new()
            .replace(ledger, "mse-quiz-c\n", "")
            .rejected_by(check)
            .saying("question mse-quiz-c: the id is not in")
            .with_remedy("cargo book quizzes --update");
        Draft::new()
            .replace(ledger, "mse-quiz-c\n", "mse-quiz-c retired\n")
            .rejected_by(check)
            .saying("question mse-quiz-c: the id was retired");
        Draft::new()
            .append(ledger, "mse-quiz-z\n")
            .rejected_by(check)
            .at_file(ledger)
            .saying("question mse-quiz-z: no page has it any longer");
    }
}
