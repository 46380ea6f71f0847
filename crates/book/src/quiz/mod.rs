//! Quizzes: questions in TOML in a ` ```quiz ` fence of a page.
//!
//! [`read`] finds and checks them, [`render`] makes a form that can be read
//! and printed without JavaScript, [`proofs`] evaluates what is numeric, and
//! [`ledger`] sees to it that no id is used twice, ever.

pub mod collection;
pub mod fence;
pub mod format;
#[cfg(test)]
mod fuzz;
pub mod ledger;
pub mod proofs;
pub mod render;

use std::fmt;

pub use fence::{Fence, fences};
pub use format::{Choice, Kind, Level, Match, Proof, Question, Text, Wrong};

/// What is wrong with a quiz, where, and the way out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The page, as the caller calls it.
    pub page: String,
    /// The line of the page, from 1.
    pub line: usize,
    /// The id of the question, when it has one.
    pub question: Option<String>,
    /// What is wrong there.
    pub problem: String,
    /// The way out.
    pub remedy: String,
}

impl Fault {
    /// The problem with the question it is about.
    #[must_use]
    pub fn described(&self) -> String {
        match &self.question {
            Some(id) => format!("question {id}: {}", self.problem),
            None => self.problem.clone(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}:{}: {}\n  remedy: {}",
            self.page,
            self.line,
            self.described(),
            self.remedy
        )
    }
}

/// The questions of a page, in order, and what is wrong with the others.
///
/// `page` is the path of the page: its name is what the ids begin with.
#[must_use]
pub fn read(page: &str, text: &str) -> (Vec<Question>, Vec<Fault>) {
    let mut questions: Vec<Question> = Vec::new();
    let mut faults = Vec::new();
    for fence in fences(text) {
        let (found, wrong) = format::parse(page, &text[fence.content.clone()], fence.line);
        faults.extend(wrong);
        for question in found {
            if let Some(first) = questions.iter().find(|it| it.id == question.id) {
                faults.push(same_id(page, &question, page, first.line));
            } else {
                questions.push(question);
            }
        }
    }
    (questions, faults)
}

/// The fault of a question that has the id of another one.
#[must_use]
pub fn same_id(page: &str, question: &Question, first_page: &str, first_line: usize) -> Fault {
    Fault {
        page: page.to_owned(),
        line: question.line,
        question: Some(question.id.clone()),
        problem: format!("it has the id of the question at {first_page}:{first_line}"),
        remedy: "give the newer one another id; ids are addresses and stay".to_owned(),
    }
}

/// The beginning of the ids of a page: `stuck-at-this-number` for
/// `src/interview/stuck_at_this_number.md`.
#[must_use]
pub fn slug(page: &str) -> String {
    let name = page.rsplit('/').next().unwrap_or_default();
    name.split('.').next().unwrap_or_default().replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_the_ids_is_the_name_of_the_page() {
        for (page, beginning) in [
            (
                "src/interview/stuck_at_this_number.md",
                "stuck-at-this-number",
            ),
            ("mse.md", "mse"),
        ] {
            assert_eq!(slug(page), beginning);
        }
    }

    #[test]
    fn all_quizzes_of_a_page_are_read_and_an_id_counts_once() {
        let quiz = |id: &str| {
            format!(
                "```quiz\n[[question]]\nid = \"{id}\"\nlevel = \"core\"\ntype = \"aloud\"\n\
                 ask = \"Why?\"\nanswer = \"So.\"\nrubric = [\"says so\"]\n```\n\n"
            )
        };
        let page = quiz("mse-quiz-a") + &quiz("mse-quiz-b") + &quiz("mse-quiz-a");
        let (questions, faults) = read("src/regression/mse.md", &page);
        let ids: Vec<&str> = questions.iter().map(|it| &*it.id).collect();
        assert_eq!(ids, ["mse-quiz-a", "mse-quiz-b"]);
        let shown: Vec<String> = faults.iter().map(Fault::to_string).collect();
        assert_eq!(
            shown,
            [
                "src/regression/mse.md:22: question mse-quiz-a: it has the id of the question at \
              src/regression/mse.md:2\n  remedy: give the newer one another id; ids are \
              addresses and stay"
            ]
        );
    }
}
