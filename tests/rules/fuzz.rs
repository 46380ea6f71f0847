//! Books that are almost right: a rule says nothing, or names file and line.

use std::cell::RefCell;
use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::directives::{directives, without_directives};
use crate::document::Document;
use crate::draft::{CHAPTER, Draft};
use crate::finding::Finding;
use crate::html::Html;
use crate::manuscript::Manuscript;
use crate::markdown;
use crate::mutations::{
    HTML, PAGE, config, damaged, long_html, long_pages, middle, pages_of, timely,
};
use crate::{RULES, numbers};

/// The rules that read the pages as they are written; the others build the
/// site, which takes a second.
const OF_PAGES: [&str; 9] = [
    "examples",
    "exercises",
    "fences",
    "includes",
    "layout",
    "numbers",
    "quizzes",
    "shape",
    "words",
];

/// The chapter of a draft, whole and in memory, so that it can be damaged.
fn chapter() -> &'static str {
    thread_local! {
        static TEXT: &'static str = Draft::new().text(CHAPTER).leak();
    }
    TEXT.with(|it| *it)
}

fn page(text: &str) -> Document {
    Document {
        path: CHAPTER.into(),
        text: text.into(),
    }
}

/// Whether the findings can be looked up: each line is one of its file.
fn assert_name_the_place(findings: &[Finding], manuscript: &Manuscript) {
    let mut n_lines = BTreeMap::new();
    for finding in findings {
        let Finding {
            file,
            line,
            problem,
            remedy,
        } = finding;
        let n_lines = *n_lines.entry(file).or_insert_with(|| {
            let page = manuscript.pages.iter().find(|page| page.path == *file);
            let page = page
                .cloned()
                .or_else(|| Document::read(&manuscript.root, file).ok());
            page.map_or(1, |it| it.text.matches('\n').count() + 1)
        });
        assert!((1..=n_lines).contains(line), "{finding}");
        assert!(
            !file.is_empty() && !problem.is_empty() && !remedy.is_empty(),
            "{finding}"
        );
    }
}

/// The findings of all rules about a draft with this chapter.
fn judge(text: &str, is_asked: impl Fn(&str) -> bool) {
    thread_local! {
        static DRAFT: (Draft, RefCell<Manuscript>) = {
            let draft = Draft::new();
            let manuscript = draft.manuscript();
            (draft, manuscript.into())
        };
    }
    DRAFT.with(|(_, manuscript)| {
        let mut manuscript = manuscript.borrow_mut();
        let place = manuscript.pages.iter().position(|it| it.path == CHAPTER);
        manuscript.pages[place.unwrap()].text = text.to_owned();
        for (name, check) in RULES {
            if is_asked(name) {
                assert_name_the_place(&check(&manuscript), &manuscript);
            }
        }
    });
}

/// What the readers of a page take out of it lies in it.
fn read(text: &str) {
    let page = page(text);
    for directive in directives(&page) {
        assert!(text[directive.range].starts_with("{{"));
    }
    assert_eq!(without_directives(&page).len(), text.len());
    let mut start = 0;
    for heading in markdown::headings(text) {
        assert!(heading.range.start >= start && text.is_char_boundary(heading.section.end));
        assert!(heading.section.end >= heading.range.start, "{heading:?}");
        start = heading.range.start;
    }
    for block in markdown::code_blocks(text) {
        assert!(text.get(block.range.clone()).is_some(), "{block:?}");
        let _ = block.language();
    }
    numbers::assert_read(&page);
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn what_is_read_from_a_damaged_page_lies_in_it(text in damaged(PAGE)) {
        read(&text);
    }

    #[test]
    fn a_damaged_chapter_is_judged_at_its_lines(text in damaged(chapter())) {
        judge(&text, |name| OF_PAGES.contains(&name));
    }

    #[test]
    fn numbers_of_any_size_are_compared(
        text in r"([-−+ ~$]?[0-9]{1,50}([.,][0-9]{1,50})?([eE][-+−]?[0-9]{1,12})?( ?%)?[ $`x]?){1,4}",
        power in r"\$[0-9]{1,3} \\times 10\^\{[-−]?[0-9]{1,12}\}\$",
    ) {
        numbers::assert_compared(&page(&format!("{text} and {power}.\n")), &text);
    }

    #[test]
    fn damaged_html_is_read(html in damaged(HTML)) {
        let read = Html::parse(&html);
        assert!(read.text.len() <= 2 * html.len() && read.n_formulas <= html.len());
    }
}

proptest! {
    #![proptest_config(config(4))]

    #[test]
    fn a_damaged_book_is_judged_by_every_rule_at_its_lines(text in damaged(chapter())) {
        let draft = Draft::new().write(CHAPTER, &text);
        let manuscript = draft.manuscript();
        for (_, check) in RULES {
            assert_name_the_place(&check(&manuscript), &manuscript);
        }
    }
}

const EXEMPTIONS: &str = "[[exemption]]\npage = \"src/regression/mse.md\"\ntext = \"moves to 22\"\n\
                          reason = \"counted by hand\"\n\n[[exemption]]\npage = \"src/gone.md\"\n\
                          text = '''\n7.5 %\n'''\nreason = \"it is\"\n";

proptest! {
    #![proptest_config(config(32))]

    #[test]
    fn damaged_exemptions_are_refused_at_their_lines(list in damaged(EXEMPTIONS)) {
        let draft = Draft::new().write(numbers::LIST, &list);
        let manuscript = draft.manuscript();
        assert_name_the_place(&numbers::check(&manuscript), &manuscript);
    }
}

#[test]
fn long_pages_are_read_and_judged_in_time() {
    for text in long_pages() {
        for text in [
            format!("<b>\n{text}"),
            format!("$${text}$$"),
            format!("`{text}`"),
            text.clone(),
        ] {
            timely(&middle(&text), move || read(&text));
        }
    }
    // Never longer: a finding counts the lines before it, and here is one for
    // every few letters.
    for text in pages_of(10_000) {
        let text = format!("# A\n\n{text}\n");
        timely(&middle(&text), move || {
            judge(&text, |name| OF_PAGES.contains(&name));
        });
    }
}

#[test]
fn long_html_is_read_in_time() {
    for html in long_html() {
        timely(&middle(&html), move || drop(Html::parse(&html)));
    }
}
