//! The ids that were ever given to a question.
//!
//! Progress and cards are kept by id in places that we cannot reach, so an id
//! that is gone must not come back with another question.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};

use super::{Fault, Question};
use crate::generated::{self, Mode};
use crate::questions::Page;

/// Where the ledger lies, relative to the root.
pub const LEDGER: &str = "tests/rules/quiz_ids.txt";

const HEAD: &str = "\
# The ids of all questions of the quizzes, ever; written by
# `cargo book quizzes --update`, compared on every test. An id whose question
# is gone stays as retired, so that nobody gives it to another question.
";
const UPDATE: &str = "cargo book quizzes --update";

/// Compares the ledger at `root` with the questions of `pages`, or rewrites
/// it, and returns what does not fit.
///
/// # Errors
///
/// When the ledger cannot be read or written.
pub fn settle(root: &Path, pages: &[Page], mode: Mode) -> Result<Vec<Fault>> {
    let mut ledger = Ledger::read(root)?;
    let used = used(pages);
    if mode == Mode::Update {
        ledger = ledger.updated(&used.keys().cloned().collect());
        generated::settle(root, Path::new(LEDGER), &ledger.text(), mode)?;
    }
    Ok(ledger.faults(&used))
}

/// The ids of the quizzes, each with page and line.
#[must_use]
pub fn used(pages: &[Page]) -> BTreeMap<String, (String, usize)> {
    let of_page = |page: &Page| {
        let path = page.path.clone();
        let place = move |question: &Question| (question.id.clone(), (path.clone(), question.line));
        page.quiz.iter().map(place).collect::<Vec<_>>()
    };
    pages.iter().flat_map(of_page).collect()
}

/// Every id, and whether its question is gone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    retired: BTreeMap<String, bool>,
}

impl Ledger {
    /// The ledger of the book at `root`; none is an empty one.
    ///
    /// # Errors
    ///
    /// When it is there and cannot be read.
    pub fn read(root: &Path) -> Result<Self> {
        match fs::read_to_string(root.join(LEDGER)) {
            Ok(text) => Ok(Self::parse(&text)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error).with_context(|| format!("cannot read {LEDGER}")),
        }
    }

    fn parse(text: &str) -> Self {
        let mut retired = BTreeMap::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(id) = line.split_whitespace().next() {
                // A merge may have kept both lines: retired is for good.
                *retired.entry(id.to_owned()).or_insert(false) |= line.ends_with(" retired");
            }
        }
        Self { retired }
    }

    /// What does not fit the questions that the book has: `used` are their
    /// ids, each with page and line.
    #[must_use]
    pub fn faults(&self, used: &BTreeMap<String, (String, usize)>) -> Vec<Fault> {
        let in_book = used.iter().filter_map(|(id, (page, line))| {
            let (problem, remedy) = match self.retired.get(id) {
                Some(false) => return None,
                Some(true) => (
                    format!("the id was retired: {LEDGER} has it from a question that is gone"),
                    "give the question an id that was never used".to_owned(),
                ),
                None => (
                    format!("the id is not in {LEDGER}"),
                    format!("run `{UPDATE}` and commit the ledger"),
                ),
            };
            Some(Fault {
                page: page.clone(),
                line: *line,
                question: Some(id.clone()),
                problem,
                remedy,
            })
        });
        let gone = self
            .retired
            .iter()
            .filter(|(id, retired)| !**retired && !used.contains_key(*id))
            .map(|(id, _)| Fault {
                page: LEDGER.to_owned(),
                line: 1,
                question: Some(id.clone()),
                problem: "no page has it any longer".to_owned(),
                remedy: format!("bring it back, or retire the id for good with `{UPDATE}`"),
            });
        in_book.chain(gone).collect()
    }

    /// The ledger with these ids: new ones are added, those gone are retired,
    /// and a retired one stays so.
    #[must_use]
    pub fn updated(mut self, used: &BTreeSet<String>) -> Self {
        for (id, retired) in &mut self.retired {
            *retired |= !used.contains(id);
        }
        for id in used {
            self.retired.entry(id.clone()).or_insert(false);
        }
        self
    }

    /// As it is written.
    #[must_use]
    pub fn text(&self) -> String {
        let lines = self.retired.iter().map(|(id, retired)| {
            let mark = if *retired { " retired" } else { "" };
            format!("{id}{mark}\n")
        });
        HEAD.to_owned() + &lines.collect::<String>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn used(ids: &[&str]) -> BTreeMap<String, (String, usize)> {
        ids.iter()
            .map(|id| ((*id).to_owned(), ("src/regression/mse.md".to_owned(), 7)))
            .collect()
    }

    fn ids(ids: &[&str]) -> BTreeSet<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    #[test]
    fn an_id_that_is_gone_is_retired_and_never_comes_back() {
        let ledger = Ledger::default().updated(&ids(&["a", "b"]));
        assert_eq!(ledger.faults(&used(&["a", "b"])), []);

        let gone = ledger.faults(&used(&["a"]));
        assert_eq!(gone.len(), 1);
        assert!(gone[0].problem.contains("any longer"), "{}", gone[0]);

        let ledger = ledger.updated(&ids(&["a"]));
        assert_eq!(ledger.faults(&used(&["a"])), []);
        let ledger = Ledger::parse(&ledger.updated(&ids(&["a", "b"])).text());
        let back = ledger.faults(&used(&["a", "b"]));
        assert_eq!(back.len(), 1);
        assert!(back[0].problem.contains("was retired"), "{}", back[0]);
        assert_eq!(back[0].line, 7);
    }

    #[test]
    fn the_ledger_is_settled_with_the_pages() {
        let quiz = "```quiz\n[[question]]\nid = \"mse-quiz-a\"\nlevel = \"core\"\ntype = \"aloud\"\n\
                    ask = \"Why?\"\nanswer = \"So.\"\nrubric = [\"says so\"]\n```\n";
        let path = "src/regression/mse.md";
        let (quiz, faults) = crate::quiz::read(path, quiz);
        assert_eq!(faults, []);
        let page = Page {
            path: path.into(),
            title: "Mean squared error".into(),
            part: None,
            quiz,
            interview: Vec::new(),
        };
        let pages = [page];
        let expected = ("mse-quiz-a".to_owned(), (path.to_owned(), 2));
        assert_eq!(super::used(&pages), BTreeMap::from([expected]));

        let root = tempfile::tempdir().unwrap();
        let root = root.path();
        fs::create_dir_all(root.join("tests/rules")).unwrap();
        let problems = |pages: &[Page], mode| -> Vec<String> {
            let faults = settle(root, pages, mode).unwrap();
            faults.into_iter().map(|it| it.problem).collect()
        };
        let unknown = format!("the id is not in {LEDGER}");
        assert_eq!(problems(&pages, Mode::Compare), [unknown]);
        assert!(!root.join(LEDGER).exists(), "it was only compared");
        assert_eq!(problems(&pages, Mode::Update), [""; 0]);
        let written = fs::read_to_string(root.join(LEDGER)).unwrap();
        assert_eq!(written, format!("{HEAD}mse-quiz-a\n"));
        assert_eq!(problems(&pages, Mode::Compare), [""; 0]);
        assert_eq!(problems(&[], Mode::Compare), ["no page has it any longer"]);
        assert_eq!(problems(&[], Mode::Update), [""; 0]);
        assert_eq!(problems(&pages, Mode::Update).len(), 1, "it is retired");

        fs::remove_file(root.join(LEDGER)).unwrap();
        fs::create_dir(root.join(LEDGER)).unwrap();
        assert!(
            settle(root, &pages, Mode::Compare).is_err(),
            "it cannot be read"
        );
    }

    #[test]
    fn a_new_id_asks_for_the_command_that_adds_it() {
        let faults = Ledger::default().faults(&used(&["a"]));
        assert!(faults[0].remedy.contains(UPDATE), "{}", faults[0]);
    }

    #[test]
    fn what_a_merge_wrote_twice_is_read_once() {
        let merged = Ledger::parse("# head\nb\na\nb retired\na\n");
        assert_eq!(merged.text(), format!("{HEAD}a\nb retired\n"));
    }
}
