//! Quizzes that are almost right: each is read, or refused at its place.

use proptest::prelude::*;

use super::format::number;
use super::{Fault, Fence, Kind, Question, collection, fences, read, render};
use crate::mutations::{PAGE, config, damaged, long_pages, middle, timely};
use crate::questions::interview;

const PATH: &str = "src/regression/mse.md";

/// The page, a line of a fence, and the question, as far as it has a name.
fn assert_names_the_place(fault: &Fault, page: &str, fences: &[(Fence, usize)]) {
    let place = format!("{PATH}:{}: ", fault.line);
    assert!(fault.to_string().starts_with(&place), "{fault}");
    assert!(
        !fault.problem.is_empty() && !fault.remedy.is_empty(),
        "{fault}"
    );
    let fence = fences
        .iter()
        .find(|(fence, n_lines)| (fence.line..=fence.line + n_lines).contains(&fault.line));
    let (fence, _) = fence.unwrap_or_else(|| panic!("no quiz is there: {fault}"));
    if let Some(id) = &fault.question {
        let content = &page[fence.content.clone()];
        assert!(id.contains('\\') || content.contains(id), "{fault}");
    }
}

fn assert_is_whole(question: &Question, n_lines: usize) {
    assert!(question.id.starts_with("mse-"), "{question:?}");
    for text in question.texts() {
        assert!(!text.markdown.trim().is_empty(), "{question:?}");
        assert!((1..=n_lines).contains(&text.line), "{question:?}");
    }
    for proof in question.all_proofs() {
        let (value, half_unit) = number(&proof.value).unwrap();
        assert!(value.is_finite() && half_unit.is_finite(), "{proof:?}");
        assert!((1..=n_lines).contains(&proof.line), "{question:?}");
    }
    if let Kind::Number { tolerance, .. } = question.kind {
        assert!(tolerance.is_finite() && tolerance > 0.0, "{question:?}");
    }
    let form = render::form(std::slice::from_ref(question), 1);
    assert!(!form.contains("\n\n") && !form.contains("\n \n"), "{form}");
    assert_eq!(form.matches("<fieldset class=\"question\"").count(), 1);
}

fn lists(page: &str, questions: Vec<Question>, n_lines: usize) {
    let (path, title) = ("regression/mse.md".to_owned(), "Mean & square".to_owned());
    let interviews = [collection::InterviewPage {
        path: path.clone(),
        title: title.clone(),
        questions: interview(page),
    }];
    for question in &interviews[0].questions {
        assert!((1..=n_lines).contains(&question.line), "{question:?}");
    }
    let pages = [collection::Page {
        path,
        title,
        questions,
    }];
    let from = "study/progress.md";
    let _ = collection::index(&pages, from) + &collection::all(&pages, from);
    let _ = collection::interviews(&interviews, from) + &collection::most_asked(&interviews, from);
}

fn read_all_of(page: &str) {
    let (questions, faults) = read(PATH, page);
    let fences: Vec<(Fence, usize)> = fences(page)
        .into_iter()
        .map(|it| {
            let n_lines = page[it.content.clone()].matches('\n').count();
            (it, n_lines)
        })
        .collect();
    for fault in &faults {
        assert_names_the_place(fault, page, &fences);
    }
    let n_lines = page.matches('\n').count() + 1;
    for question in &questions {
        assert_is_whole(question, n_lines);
    }
    assert!(fences.is_empty() || !(questions.is_empty() && faults.is_empty()));
    lists(page, questions, n_lines);
}

#[test]
fn the_page_that_is_damaged_is_right() {
    let (questions, faults) = read(PATH, PAGE);
    assert_eq!((questions.len(), faults), (6, vec![]));
    assert_eq!(interview(PAGE).len(), 1);
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn a_damaged_quiz_is_read_or_refused_at_its_place(page in damaged(PAGE)) {
        read_all_of(&page);
    }

    #[test]
    fn a_number_is_read_or_is_none(text in r"[-−+]?[0-9]{0,40}[.,]?[0-9]{0,400}([eE][-+−]?[0-9]{0,12})?") {
        if let Some((value, half_unit)) = number(&text) {
            assert!(value.is_finite() && half_unit.is_finite() && half_unit > 0.0, "{text}");
        }
    }
}

#[test]
fn long_pages_and_quizzes_are_read_in_time() {
    for page in long_pages() {
        let quiz = |before: &str, after: &str| {
            format!("```quiz\n[[question]]\nid = \"mse-quiz-a\"\n{before}{page}{after}\n```\n")
        };
        for page in [
            quiz("", ""),
            quiz("ask = '''", "'''"),
            quiz("ask = [", "]"),
            page.clone(),
        ] {
            timely(&middle(&page), move || read_all_of(&page));
        }
        // A question that is right but for its length.
        let ask = PAGE.replace("Tell me.", &page.replace(['"', '\\', '\n', '\r'], ""));
        timely(&format!("ask of {}", middle(&page)), move || {
            read_all_of(&ask);
        });
    }
}
